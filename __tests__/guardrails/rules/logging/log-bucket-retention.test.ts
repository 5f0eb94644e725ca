import { testRule } from "../../../support/rule-test";

testRule("logging/log-bucket-retention", {
  fails: {
    "logs are kept for a day": {
      at: "aws_s3_bucket_lifecycle_configuration.access_logs",
      edit: (json) => json.set("aws_s3_bucket_lifecycle_configuration.access_logs", "rule.0.expiration.days", 1),
    },
    "they are kept for ever": {
      at: "aws_s3_bucket_lifecycle_configuration.access_logs",
      edit: (json) => json.unset("aws_s3_bucket_lifecycle_configuration.access_logs", "rule.0.expiration"),
    },
    "the rule is off": {
      at: "aws_s3_bucket_lifecycle_configuration.access_logs",
      edit: (json) => json.set("aws_s3_bucket_lifecycle_configuration.access_logs", "rule.0.status", "Disabled"),
    },
    "the rule is for a part of them": {
      at: "aws_s3_bucket_lifecycle_configuration.access_logs",
      edit: (json) => json.set("aws_s3_bucket_lifecycle_configuration.access_logs", "rule.0.filter.prefix", "old/"),
    },
    "the configuration is gone": {
      at: "aws_s3_bucket.access_logs",
      edit: (json) => json.remove("aws_s3_bucket_lifecycle_configuration.access_logs"),
    },
  },
});
