import { testRule } from "../../../support/rule-test";

testRule("storage/bucket-keeps-noncurrent-versions", {
  fails: {
    "those of logs go after a day": {
      at: "aws_s3_bucket_lifecycle_configuration.access_logs",
      edit: (json) =>
        json.set(
          "aws_s3_bucket_lifecycle_configuration.access_logs",
          "rule.0.noncurrent_version_expiration.noncurrent_days",
          1,
        ),
    },
    "they go after a day": {
      at: "aws_s3_bucket_lifecycle_configuration.state",
      edit: (json) =>
        json.set(
          "aws_s3_bucket_lifecycle_configuration.state",
          "rule.0.noncurrent_version_expiration.noncurrent_days",
          1,
        ),
    },
    "they are kept for ever": {
      at: "aws_s3_bucket_lifecycle_configuration.state",
      edit: (json) => json.unset("aws_s3_bucket_lifecycle_configuration.state", "rule.0.noncurrent_version_expiration"),
    },
    "the rule is off": {
      at: "aws_s3_bucket_lifecycle_configuration.state",
      edit: (json) => json.set("aws_s3_bucket_lifecycle_configuration.state", "rule.0.status", "Disabled"),
    },
    "the rule is for a part of the bucket": {
      at: "aws_s3_bucket_lifecycle_configuration.state",
      edit: (json) => json.set("aws_s3_bucket_lifecycle_configuration.state", "rule.0.filter.prefix", "old/"),
    },
    "the configuration is gone": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.remove("aws_s3_bucket_lifecycle_configuration.state"),
    },
  },
  passes: {
    "the bucket keeps no versions": (json) => {
      json.set("aws_s3_bucket_versioning.state", "versioning_configuration.status", "Disabled");
      json.remove("aws_s3_bucket_lifecycle_configuration.state");
    },
    "the rule has no filter": (json) => json.unset("aws_s3_bucket_lifecycle_configuration.state", "rule.0.filter"),
  },
});
