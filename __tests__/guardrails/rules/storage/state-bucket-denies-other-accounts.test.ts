import { testRule } from "../../../support/rule-test";

testRule("storage/state-bucket-denies-other-accounts", {
  fails: {
    "the statement is gone": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.unset("aws_s3_bucket_policy.state", "policy.Statement.1"),
    },
    "the condition is gone": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.unset("aws_s3_bucket_policy.state", "policy.Statement.1.Condition"),
    },
    "the condition lets any account through": {
      at: "aws_s3_bucket.state",
      edit: (json) =>
        json.set(
          "aws_s3_bucket_policy.state",
          "policy.Statement.1.Condition.StringNotEquals.aws:PrincipalAccount",
          "*",
        ),
    },
    "one's own account is denied instead": {
      at: "aws_s3_bucket.state",
      edit: (json) =>
        json.set("aws_s3_bucket_policy.state", "policy.Statement.1.Condition", {
          StringEquals: { "aws:PrincipalAccount": "000000000000" },
        }),
    },
    "the objects are left out": {
      at: "aws_s3_bucket.state",
      edit: (json) =>
        json.set("aws_s3_bucket_policy.state", "policy.Statement.1.Resource", "${aws_s3_bucket.state.arn}"),
    },
  },
  passes: {
    "the organization is let through": (json) =>
      json.set("aws_s3_bucket_policy.state", "policy.Statement.1.Condition", {
        StringNotEquals: { "aws:PrincipalOrgID": "o-0000000000" },
      }),
  },
});
