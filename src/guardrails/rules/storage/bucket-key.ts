import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const bucketKey: Check = (plan) =>
  plan
    .resources("aws_s3_bucket_server_side_encryption_configuration")
    .filter((encryption) => encryption.get("rule.apply_server_side_encryption_by_default.sse_algorithm") === "aws:kms")
    .map((encryption) => judgeAttribute(encryption, "rule.bucket_key_enabled", equals(true), false));
