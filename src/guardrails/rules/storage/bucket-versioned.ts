import { equals } from "../../expectation";
import { judgeAttribute, judgeCompanion } from "../../judge";
import type { Check } from "../../rule";

export const bucketVersioned: Check = (plan) =>
  plan
    .resources("aws_s3_bucket")
    .map((bucket) =>
      judgeCompanion(plan, bucket, "aws_s3_bucket_versioning", "bucket", (versioning) =>
        judgeAttribute(versioning, "versioning_configuration.status", equals("Enabled")),
      ),
    );
