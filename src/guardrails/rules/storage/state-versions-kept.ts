import { stateBuckets } from "../../../plan/facts/state";
import { atLeast } from "../../expectation";
import type { Check } from "../../rule";
import { judgeLifecycle } from "../../vocabulary/bucket-lifecycles";

const PATH = "noncurrent_version_expiration";

/** S3 keeps a hundred versions at most besides those that are younger. */
export const stateVersionsKept: Check = (plan) =>
  stateBuckets(plan).flatMap((bucket) => [
    judgeLifecycle(plan, bucket, `${PATH}.noncurrent_days`, atLeast(90)),
    judgeLifecycle(plan, bucket, `${PATH}.newer_noncurrent_versions`, atLeast(100)),
  ]);
