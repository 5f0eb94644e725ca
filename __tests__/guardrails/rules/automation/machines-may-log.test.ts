import { testRule } from "../../../support/rule-test";

const MACHINE = "aws_sfn_state_machine.detection_lock_check";
const POLICY = "aws_iam_role_policy.detection_lock_check";

testRule("automation/machines-may-log", {
  fails: {
    "its role may deliver no log": { at: MACHINE, edit: (json) => json.unset(POLICY, "policy.Statement.3") },
    "its role may begin, and not say who may write": {
      at: MACHINE,
      edit: (json) => json.set(POLICY, "policy.Statement.3.Action", ["logs:CreateLogDelivery", "logs:GetLogDelivery"]),
    },
  },
  undecided: {
    "a policy of AWS's is attached": {
      at: MACHINE,
      edit: (json) => {
        json.unset(POLICY, "policy.Statement.3");
        json.add(
          "aws_iam_role_policy_attachment.more",
          {
            role: "${aws_iam_role.detection_lock_check.name}",
            policy_arn: "arn:aws:iam::aws:policy/CloudWatchFullAccess",
          },
          MACHINE,
        );
      },
    },
  },
  passes: {
    "a machine that logs nothing": (json) => {
      json.unset(POLICY, "policy.Statement.3");
      json.set(MACHINE, "logging_configuration.level", "OFF");
    },
  },
});
