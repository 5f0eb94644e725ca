import { logBuckets, stateBuckets } from "../../../plan/facts/state";
import type { Check } from "../../rule";
import { judgeBucketKey } from "../../vocabulary/bucket-keys";

/** Not where logs are delivered: load balancers and S3 itself write under S3's own key only. */
export const bucketUnderOwnKey: Check = (plan) => {
  const logs = logBuckets(plan);
  const state = stateBuckets(plan);
  return plan
    .resources("aws_s3_bucket")
    .filter((bucket) => !logs.has(bucket.address) && !state.includes(bucket))
    .map((bucket) => judgeBucketKey(plan, bucket));
};
