import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_role_policy.instance";
const ROLE = "aws_iam_role.instance";

testRule("identity/instance-role-reads-no-secrets", {
  fails: {
    "it reads parameters": {
      at: ROLE,
      edit: (json) =>
        json.set(POLICY, "policy.Statement.0", {
          Effect: "Allow",
          Action: "ssm:GetParameter*",
          Resource: "arn:aws:ssm:us-east-1:000000000000:parameter/a",
        }),
    },
    "it reads secrets": {
      at: ROLE,
      edit: (json) =>
        json.set(POLICY, "policy.Statement.0", {
          Effect: "Allow",
          Action: "secretsmanager:GetSecretValue",
          Resource: "arn:aws:secretsmanager:us-east-1:000000000000:secret:a",
        }),
    },
    "AWS's policy for Session Manager is attached": {
      at: ROLE,
      edit: (json) =>
        json.set("aws_iam_role_policy_attachments_exclusive.instance", "policy_arns", [
          "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
        ]),
    },
  },
  undecided: {
    "the policy is known only at apply": {
      at: POLICY,
      edit: (json) => json.set(POLICY, "policy", "${var.from_outside}"),
    },
  },
});
