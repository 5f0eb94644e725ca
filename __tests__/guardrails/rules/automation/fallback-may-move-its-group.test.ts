import { testRule } from "../../../support/rule-test";

const MACHINE = "aws_sfn_state_machine.spot_fallback";
const POLICY = "aws_iam_role_policy.spot_fallback";

testRule("automation/fallback-may-move-its-group", {
  fails: {
    "it may not": { at: MACHINE, edit: (json) => json.unset(POLICY, "policy.Statement.0") },
    "it may move another one": {
      at: MACHINE,
      edit: (json) =>
        json.set(POLICY, "policy.Statement.0.Resource", [
          "${aws_autoscaling_group.capacity.arn}",
          "arn:aws:autoscaling:us-east-1:000000000000:autoScalingGroup:0:autoScalingGroupName/another",
        ]),
    },
    "it may move any": { at: MACHINE, edit: (json) => json.set(POLICY, "policy.Statement.0.Resource", "*") },
  },
});
