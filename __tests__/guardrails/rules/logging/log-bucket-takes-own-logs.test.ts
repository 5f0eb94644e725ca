import { testRule } from "../../../support/rule-test";

testRule("logging/log-bucket-takes-own-logs", {
  fails: {
    "the conditions are gone": {
      at: "aws_s3_bucket.state_access_logs",
      edit: (json) => json.unset("aws_s3_bucket_policy.state_access_logs", "policy.Statement.1.Condition"),
    },
    "a bucket is named, which may be anybody's": {
      at: "aws_s3_bucket.state_access_logs",
      edit: (json) => json.unset("aws_s3_bucket_policy.state_access_logs", "policy.Statement.1.Condition.StringEquals"),
    },
    "the condition says anything": {
      at: "aws_s3_bucket.state_access_logs",
      edit: (json) =>
        json.set("aws_s3_bucket_policy.state_access_logs", "policy.Statement.1.Condition", {
          StringLike: { "aws:SourceAccount": "*" },
        }),
    },
  },
  passes: {
    "the account is named, the bucket isn't": (json) =>
      json.unset("aws_s3_bucket_policy.state_access_logs", "policy.Statement.1.Condition.ArnLike"),
  },
});
