import { equals } from "../../expectation";
import { judgeAttribute, judgeCompanion } from "../../judge";
import type { Check } from "../../rule";

export const bucketOwnerEnforced: Check = (plan) =>
  plan
    .resources("aws_s3_bucket")
    .map((bucket) =>
      judgeCompanion(plan, bucket, "aws_s3_bucket_ownership_controls", "bucket", (ownership) =>
        judgeAttribute(ownership, "rule.object_ownership", equals("BucketOwnerEnforced")),
      ),
    );
