import { logBuckets, stateBuckets } from "../../../plan/facts/state";
import { judge, unlessDisposable } from "../../judge";
import type { Check } from "../../rule";

/** What takes the service down, or data with it, when it is destroyed. */
const PRECIOUS = [
  "aws_ecs_cluster",
  "aws_lb",
  "aws_autoscaling_group",
  "aws_dynamodb_table",
  "aws_kms_key",
  "aws_route53_zone",
] as const;

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
