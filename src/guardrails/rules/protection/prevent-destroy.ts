import { logBuckets, stateBuckets } from "../../../plan/facts/state";
import { judge, unlessDisposable } from "../../judge";
import type { Check } from "../../rule";
import { PRECIOUS } from "../../vocabulary/precious";

export const preventDestroy: Check = (plan) => {
  const logs = logBuckets(plan);
  const state = stateBuckets(plan);
  const buckets = plan.resources("aws_s3_bucket").filter((one) => logs.has(one.address) || state.includes(one));
  return unlessDisposable(
    plan,
    [...plan.resources(...PRECIOUS), ...buckets].map(({ address, lifecycle }) =>
      judge(address, lifecycle?.preventDestroy ?? false, "lifecycle.prevent_destroy isn't true"),
    ),
  );
};
