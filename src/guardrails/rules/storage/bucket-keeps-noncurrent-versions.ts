import { companions } from "../../../plan/facts/belonging";
import { atLeast } from "../../expectation";
import type { Check } from "../../rule";
import { judgeLifecycle } from "../../vocabulary/bucket-lifecycles";

/** Long enough that a state or a log that was overwritten is missed by somebody. */
const LEAST_DAYS = 30;

export const bucketKeepsNoncurrentVersions: Check = (plan) =>
  plan
    .resources("aws_s3_bucket")
    .filter((bucket) =>
      companions(plan, bucket, "aws_s3_bucket_versioning", "bucket").some(
        (versioning) => versioning.get("versioning_configuration.status") === "Enabled",
      ),
    )
    .map((bucket) =>
      judgeLifecycle(plan, bucket, "noncurrent_version_expiration.noncurrent_days", atLeast(LEAST_DAYS)),
    );
