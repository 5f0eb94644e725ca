import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_role_policy.instance";

testRule("identity/pass-role-limited", {
  fails: {
    "any role may be passed": {
      at: POLICY,
      edit: (json) =>
        json.set(POLICY, "policy.Statement.5", {
          Effect: "Allow",
          Action: "iam:PassRole",
          Resource: "*",
          Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
        }),
    },
    "roles may be passed to any service": {
      at: POLICY,
      edit: (json) =>
        json.set(POLICY, "policy.Statement.5", {
          Effect: "Allow",
          Action: "iam:PassRole",
          Resource: "arn:aws:iam::000000000000:role/production-web-task",
        }),
    },
    "the services have a wildcard": {
      at: POLICY,
      edit: (json) =>
        json.set(POLICY, "policy.Statement.5", {
          Effect: "Allow",
          Action: "iam:PassRole",
          Resource: "arn:aws:iam::000000000000:role/production-web-task",
          Condition: { StringLike: { "iam:PassedToService": "*" } },
        }),
    },
    "a wildcard in the action holds it": {
      at: POLICY,
      edit: (json) =>
        json.set(POLICY, "policy.Statement.5", {
          Effect: "Allow",
          Action: "iam:Pass*",
          Resource: "arn:aws:iam::000000000000:role/production-web-task",
        }),
    },
  },
  passes: {
    "one role may be passed to one service": (json) =>
      json.set(POLICY, "policy.Statement.5", {
        Effect: "Allow",
        Action: "iam:PassRole",
        Resource: "arn:aws:iam::000000000000:role/production-web-task",
        Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
      }),
  },
});
