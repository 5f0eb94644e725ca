import { stateBuckets } from "../../../plan/facts/state";
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

export const preventDestroy: Check = (plan) =>
  unlessDisposable(
    plan,
    [...plan.resources(...PRECIOUS), ...stateBuckets(plan)].map(({ address, lifecycle }) =>
      judge(address, lifecycle?.preventDestroy ?? false, "lifecycle.prevent_destroy isn't true"),
    ),
  );
