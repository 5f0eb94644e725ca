import { equals } from "../../expectation";
import { allOf, judgeAttribute, judgeCompanion } from "../../judge";
import type { Check } from "../../rule";

const SWITCHES = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"] as const;

export const bucketPublicAccessBlocked: Check = (plan) =>
  plan.resources("aws_s3_bucket").map((bucket) =>
    judgeCompanion(plan, bucket, "aws_s3_bucket_public_access_block", "bucket", (block) =>
      allOf(
        block.address,
        SWITCHES.map((path) => judgeAttribute(block, path, equals(true), false)),
      ),
    ),
  );
