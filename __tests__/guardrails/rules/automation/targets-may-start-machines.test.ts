import { testRule } from "../../../support/rule-test";

const TARGET = "aws_cloudwatch_event_target.spot_fallback_launch_failed_target";
const POLICY = "aws_iam_role_policy.spot_fallback_trigger";

testRule("automation/targets-may-start-machines", {
  fails: {
    "the target has no role": { at: TARGET, edit: (json) => json.unset(TARGET, "role_arn") },
    "its role may start another machine": {
      at: TARGET,
      edit: (json) =>
        json.set(POLICY, "policy.Statement.0.Resource", "arn:aws:states:us-east-1:000000000000:stateMachine:another"),
    },
    "its role may stop it only": {
      at: TARGET,
      edit: (json) => json.set(POLICY, "policy.Statement.0.Action", "states:StopExecution"),
    },
  },
  undecided: {
    "its role isn't in the plan": {
      at: TARGET,
      edit: (json) => json.set(TARGET, "role_arn", "arn:aws:iam::000000000000:role/elsewhere"),
    },
  },
});
