import { testRule } from "../../../support/rule-test";

const POLICY = "aws_iam_role_policy.instance";

testRule("identity/no-not-action", {
  fails: {
    "all but one resource is allowed besides": {
      at: POLICY,
      edit: (json) =>
        json.set(POLICY, "policy.Statement.5", {
          Sid: "Further",
          Effect: "Allow",
          Action: "sqs:SendMessage",
          NotResource: "arn:aws:sqs:us-east-1:000000000000:secret",
        }),
    },
    "all but some actions are allowed": {
      at: POLICY,
      edit: (json) => {
        json.unset(POLICY, "policy.Statement.0.Action");
        json.set(POLICY, "policy.Statement.0.NotAction", "iam:*");
      },
    },
    "all but some resources are allowed": {
      at: POLICY,
      edit: (json) => {
        json.unset(POLICY, "policy.Statement.0.Resource");
        json.set(POLICY, "policy.Statement.0.NotResource", "arn:aws:s3:::secret");
      },
    },
  },
});
