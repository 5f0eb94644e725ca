import { testRule } from "../../../support/rule-test";

const MACHINE = "aws_sfn_state_machine.detection_lock_check";
const POLICY = "aws_iam_role_policy.detection_lock_check";

testRule("automation/machines-may-call", {
  fails: {
    "a call isn't allowed": {
      at: MACHINE,
      edit: (json) => json.set(POLICY, "policy.Statement.0.Action", "dynamodb:Query"),
    },
    "an optimized integration isn't allowed": {
      at: "aws_sfn_state_machine.spot_fallback",
      edit: (json) =>
        json.set("aws_iam_role_policy.spot_fallback", "policy.Statement.*.Action", "states:ListExecutions"),
    },
  },
  undecided: {
    "the definition is known only at apply": {
      at: MACHINE,
      edit: (json) => json.set(MACHINE, "definition", "${var.from_outside}"),
    },
    "its role is elsewhere": {
      at: MACHINE,
      edit: (json) => json.set(MACHINE, "role_arn", "arn:aws:iam::000000000000:role/x"),
    },
    "a policy of AWS's is attached": {
      at: MACHINE,
      edit: (json) => {
        json.set(POLICY, "policy.Statement.0.Action", "dynamodb:Query");
        json.add(
          "aws_iam_role_policy_attachment.more",
          { role: "${aws_iam_role.detection_lock_check.name}", policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
          MACHINE,
        );
      },
    },
  },
});
