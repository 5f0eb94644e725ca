import { judge, unlessDisposable } from "../../judge";
import type { Check } from "../../rule";

/** What takes the service down or the data with it when it is destroyed. */
const PRECIOUS = ["aws_ecs_cluster", "aws_lb", "aws_autoscaling_group", "aws_dynamodb_table", "aws_kms_key"] as const;

export const preventDestroy: Check = (plan) =>
  unlessDisposable(
    plan,
    [...plan.resources(...PRECIOUS), ...stateBuckets(plan)].map(({ address, lifecycle }) =>
      judge(address, lifecycle?.preventDestroy ?? false, "lifecycle.prevent_destroy isn't true"),
    ),
  );

/** Buckets with versions to lose; those of access logs have none. */
function stateBuckets(plan: Parameters<Check>[0]) {
  return plan
    .resources("aws_s3_bucket_versioning")
    .flatMap((versioning) => plan.referenced(versioning.get("bucket"), "aws_s3_bucket"));
}
