import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_role_policy.instance";

testRule("identity/no-privilege-escalation", {
  fails: {
    "policies may be put on roles": {
      at: POLICY,
      edit: (json) =>
        json.set(POLICY, "policy.Statement.5", {
          Effect: "Allow",
          Action: "iam:PutRolePolicy",
          Resource: "arn:aws:iam::000000000000:role/production-web-task",
        }),
    },
    "a wildcard in the action holds one": {
      at: POLICY,
      edit: (json) =>
        json.set(POLICY, "policy.Statement.5", {
          Effect: "Allow",
          Action: "iam:Attach*",
          Resource: "arn:aws:iam::000000000000:role/production-web-task",
        }),
    },
  },
  passes: {
    "a permissions boundary binds it": (json) =>
      json.set(POLICY, "policy.Statement.5", {
        Effect: "Allow",
        Action: "iam:PutRolePolicy",
        Resource: "arn:aws:iam::000000000000:role/production-web-task",
        Condition: { StringEquals: { "iam:PermissionsBoundary": "arn:aws:iam::000000000000:policy/boundary" } },
      }),
  },
});
