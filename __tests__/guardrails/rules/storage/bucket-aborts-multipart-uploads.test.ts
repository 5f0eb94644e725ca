import { testRule } from "../../../support/rule-test";

testRule("storage/bucket-aborts-multipart-uploads", {
  fails: {
    "the rule is gone": {
      at: "aws_s3_bucket_lifecycle_configuration.state",
      edit: (json) => json.unset("aws_s3_bucket_lifecycle_configuration.state", "rule.1"),
    },
    "the rule is off": {
      at: "aws_s3_bucket_lifecycle_configuration.state",
      edit: (json) => json.set("aws_s3_bucket_lifecycle_configuration.state", "rule.1.status", "Disabled"),
    },
    "they are kept for a year": {
      at: "aws_s3_bucket_lifecycle_configuration.state",
      edit: (json) =>
        json.set(
          "aws_s3_bucket_lifecycle_configuration.state",
          "rule.1.abort_incomplete_multipart_upload.days_after_initiation",
          365,
        ),
    },
    "the configuration is gone": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.remove("aws_s3_bucket_lifecycle_configuration.state"),
    },
  },
  undecided: {
    "a variable says whether the rule is on": {
      at: "aws_s3_bucket_lifecycle_configuration.state",
      edit: (json) => json.set("aws_s3_bucket_lifecycle_configuration.state", "rule.1.status", "${var.status}"),
    },
  },
});
