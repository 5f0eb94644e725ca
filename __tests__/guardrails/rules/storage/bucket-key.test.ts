import { testRule } from "../../../support/rule-test";

testRule("storage/bucket-key", {
  fails: {
    "it is off": {
      at: "aws_s3_bucket_server_side_encryption_configuration.state",
      edit: (json) =>
        json.set("aws_s3_bucket_server_side_encryption_configuration.state", "rule.bucket_key_enabled", false),
    },
    "it isn't set": {
      at: "aws_s3_bucket_server_side_encryption_configuration.state",
      edit: (json) => json.unset("aws_s3_bucket_server_side_encryption_configuration.state", "rule.bucket_key_enabled"),
    },
  },
});
