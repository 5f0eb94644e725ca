import { testRule } from "../../../support/rule-test";

testRule("storage/state-bucket-under-own-key", {
  fails: {
    "it is under S3's own key": {
      at: "aws_s3_bucket_server_side_encryption_configuration.state",
      edit: (json) =>
        json.set(
          "aws_s3_bucket_server_side_encryption_configuration.state",
          "rule.apply_server_side_encryption_by_default.sse_algorithm",
          "AES256",
        ),
    },
    "the key is gone": {
      at: "aws_s3_bucket_server_side_encryption_configuration.state",
      edit: (json) =>
        json.unset(
          "aws_s3_bucket_server_side_encryption_configuration.state",
          "rule.apply_server_side_encryption_by_default.kms_master_key_id",
        ),
    },
    "it is AWS's key": {
      at: "aws_s3_bucket_server_side_encryption_configuration.state",
      edit: (json) =>
        json.set(
          "aws_s3_bucket_server_side_encryption_configuration.state",
          "rule.apply_server_side_encryption_by_default.kms_master_key_id",
          "alias/aws/s3",
        ),
    },
    "nothing is said": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.remove("aws_s3_bucket_server_side_encryption_configuration.state"),
    },
    "nothing is said, and the lock table is gone too": {
      at: "aws_s3_bucket.state",
      edit: (json) => {
        json.remove("aws_s3_bucket_server_side_encryption_configuration.state");
        json.remove("aws_dynamodb_table.locks");
      },
    },
  },
});
