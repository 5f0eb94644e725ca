import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const encrypted = (by: { [attribute: string]: string }) => (json: TerraformJson) => {
  json.add("aws_s3_bucket.own", { bucket: "own" }, "aws_s3_bucket.access_logs");
  json.add(
    "aws_s3_bucket_server_side_encryption_configuration.own",
    { bucket: "${aws_s3_bucket.own.id}", rule: [{ apply_server_side_encryption_by_default: by }] },
    "aws_s3_bucket.access_logs",
  );
};

testRule("storage/bucket-under-own-key", {
  absent: true,
  fails: {
    "it says nothing": {
      at: "aws_s3_bucket.own",
      edit: (json) => json.add("aws_s3_bucket.own", { bucket: "own" }, "aws_s3_bucket.access_logs"),
    },
    "S3's own key": {
      at: "aws_s3_bucket_server_side_encryption_configuration.own",
      edit: encrypted({ sse_algorithm: "AES256" }),
    },
    "AWS's key": {
      at: "aws_s3_bucket_server_side_encryption_configuration.own",
      edit: encrypted({ sse_algorithm: "aws:kms" }),
    },
  },
  undecided: {
    "a variable says the key": {
      at: "aws_s3_bucket_server_side_encryption_configuration.own",
      edit: encrypted({ sse_algorithm: "aws:kms", kms_master_key_id: "${var.key}" }),
    },
  },
  passes: {
    "a key of the plan": encrypted({ sse_algorithm: "aws:kms", kms_master_key_id: "${aws_kms_key.key.arn}" }),
  },
});
