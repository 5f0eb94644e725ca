import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

/** What completes the bucket of the state, as it completes another. */
const COMPANIONS = [
  "aws_s3_bucket_lifecycle_configuration",
  "aws_s3_bucket_logging",
  "aws_s3_bucket_ownership_controls",
  "aws_s3_bucket_policy",
  "aws_s3_bucket_public_access_block",
  "aws_s3_bucket_versioning",
];

/** A bucket that keeps every other rule, beside the platform: beside the locks it would be the state's. */
const complete = (json: TerraformJson) => {
  const state = json.documents.get("production-state");
  for (const type of COMPANIONS) {
    const { depends_on: _, ...body } = state?.resource[type]?.state ?? {};
    const text = JSON.stringify(body).replaceAll("aws_s3_bucket.state.", "aws_s3_bucket.own.");
    json.add(`${type}.own`, JSON.parse(text.replaceAll("aws_kms_key.state", "aws_kms_key.key")), "aws_vpc.network");
  }
  json.set("aws_s3_bucket_lifecycle_configuration.own", "depends_on", ["aws_s3_bucket_versioning.own"]);
  json.set("aws_s3_bucket_logging.own", "target_bucket", "logs");
  json.add("aws_s3_bucket.own", { bucket: "own" }, "aws_vpc.network");
  // And who takes away its policy is told of.
  const pattern = String(json.get("aws_cloudwatch_event_rule.detection_changed_by_hand", "event_pattern"));
  json.set(
    "aws_cloudwatch_event_rule.detection_changed_by_hand",
    "event_pattern",
    pattern.replace('"bucketName":[', '"bucketName":["own",'),
  );
  const byDefault = { sse_algorithm: "AES256" };
  json.add(
    "aws_s3_bucket_server_side_encryption_configuration.own",
    { bucket: "${aws_s3_bucket.own.id}", rule: [{ apply_server_side_encryption_by_default: byDefault }] },
    "aws_vpc.network",
  );
};

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
    "S3's own key, and nothing else is wrong": {
      at: "aws_s3_bucket_server_side_encryption_configuration.own",
      edit: complete,
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
