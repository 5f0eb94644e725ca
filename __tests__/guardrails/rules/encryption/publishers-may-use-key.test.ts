import { testRule } from "../../../support/rule-test";

const ROLE = "aws_iam_role.drain_guard";
const POLICY = "aws_iam_role_policy.drain_guard";

testRule("encryption/publishers-may-use-key", {
  fails: {
    "it may publish, and not encrypt": { at: ROLE, edit: (json) => json.unset(POLICY, "policy.Statement.7") },
    "it may use another key": {
      at: ROLE,
      edit: (json) =>
        json.set(
          POLICY,
          "policy.Statement.7.Resource",
          "arn:aws:kms:us-east-1:000000000000:key/00000000-0000-4000-8000-000000000000",
        ),
    },
  },
  undecided: {
    "a policy of AWS's is attached": {
      at: ROLE,
      edit: (json) => {
        json.unset(POLICY, "policy.Statement.7");
        json.add(
          "aws_iam_role_policy_attachment.more",
          { role: "${aws_iam_role.drain_guard.name}", policy_arn: "arn:aws:iam::aws:policy/PowerUserAccess" },
          ROLE,
        );
      },
    },
  },
});
