import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_role_policy.terraform_apply";
const BOUNDARY = "policy.Statement.16.Condition.StringNotEquals.iam:PermissionsBoundary";

testRule("identity/wildcards-where-read", {
  fails: {
    "no boundary is called so": {
      at: POLICY,
      edit: (json) => json.set(POLICY, BOUNDARY, "arn:aws:iam::000000000000:policy/production-*"),
    },
  },
  undecided: {
    "the policy is known only at apply": {
      at: POLICY,
      edit: (json) => json.set(POLICY, "policy", "${var.from_outside}"),
    },
  },
  passes: {
    "where a wildcard is read": (json) => {
      json.set(POLICY, "policy.Statement.16.Condition", {
        ArnNotLike: { "iam:PermissionsBoundary": "arn:aws:iam::000000000000:policy/production-*" },
      });
    },
  },
});
