import { logBuckets } from "../../../plan/facts/state";
import { atLeast } from "../../expectation";
import type { Check } from "../../rule";
import { judgeLifecycle } from "../../vocabulary/bucket-lifecycles";

/** As log groups. */
const LEAST_DAYS = 365;

export const logBucketRetention: Check = (plan) => {
  const logs = logBuckets(plan);
  return plan
    .resources("aws_s3_bucket")
    .filter(({ address }) => logs.has(address))
    .map((bucket) => judgeLifecycle(plan, bucket, "expiration.days", atLeast(LEAST_DAYS)));
};
