import { testRule } from "../../../support/rule-test";

testRule("storage/bucket-encrypted", {
  fails: {
    "nothing is said": {
      at: "aws_s3_bucket.access_logs",
      edit: (json) => json.remove("aws_s3_bucket_server_side_encryption_configuration.access_logs"),
    },
    "the algorithm is gone": {
      at: "aws_s3_bucket_server_side_encryption_configuration.access_logs",
      edit: (json) =>
        json.unset(
          "aws_s3_bucket_server_side_encryption_configuration.access_logs",
          "rule.apply_server_side_encryption_by_default.sse_algorithm",
        ),
    },
  },
});
