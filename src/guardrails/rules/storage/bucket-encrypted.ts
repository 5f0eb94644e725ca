import { oneOf } from "../../expectation";
import { judgeAttribute, judgeCompanion } from "../../judge";
import type { Check } from "../../rule";

export const bucketEncrypted: Check = (plan) =>
  plan
    .resources("aws_s3_bucket")
    .map((bucket) =>
      judgeCompanion(plan, bucket, "aws_s3_bucket_server_side_encryption_configuration", "bucket", (encryption) =>
        judgeAttribute(
          encryption,
          "rule.apply_server_side_encryption_by_default.sse_algorithm",
          oneOf("AES256", "aws:kms", "aws:kms:dsse"),
        ),
      ),
    );
