import { parseAddress } from "../address";
import { oncePerPlan } from "../once";
import type { Resource } from "../plan";
import { Unknown } from "../value";
import { type Statement, statementsOf } from "./policies";

/** Tag of a bucket that holds Terraform's state (`"true"`): says so where nothing else in the plan does. */
const STATE_TAG = "TerraformState";

/** The services that deliver logs to buckets. */
const LOG_DELIVERY = /^(logging\.s3|logdelivery\.elasticloadbalancing|delivery\.logs|cloudtrail)\.amazonaws\.com$/;

/** Attributes that name a bucket as where logs go. */
const LOG_TARGETS: readonly (readonly [type: string, attribute: string])[] = [
  ["aws_s3_bucket_logging", "target_bucket"],
  ["aws_lb", "access_logs.bucket"],
  ["aws_lb", "connection_logs.bucket"],
  ["aws_flow_log", "log_destination"],
  ["aws_cloudtrail", "s3_bucket_name"],
];

/** The tables that Terraform's S3 backend can lock a state with: it asks for this hash key. */
export const lockTables = oncePerPlan((plan): readonly Resource[] => {
  return plan.resources("aws_dynamodb_table").filter((table) => table.get("hash_key") === "LockID");
});

/**
 * The buckets that hold Terraform's state. No attribute of AWS says so, hence the signs: the plan's own S3 backend names
 * it; it is tagged `TerraformState = "true"`; or it is in one module with a lock table, and isn't where logs go.
 */
export const stateBuckets = oncePerPlan((plan): readonly Resource[] => {
  const named = plan.backend?.type === "s3" ? plan.referenced(plan.backend.settings.bucket, "aws_s3_bucket") : [];
  const locked = new Set(lockTables(plan).map(moduleOf));
  const logs = logBuckets(plan);
  return plan
    .resources("aws_s3_bucket")
    .filter(
      (bucket) =>
        named.includes(bucket) ||
        String(bucket.get(`tags.${STATE_TAG}`)) === "true" ||
        (locked.has(moduleOf(bucket)) && !logs.has(bucket.address)),
    );
});

/** Addresses of the buckets that logs are delivered to, or may be. */
export const logBuckets = oncePerPlan((plan): ReadonlySet<string> => {
  const named = LOG_TARGETS.flatMap(([type, attribute]) =>
    plan.resources(type).flatMap((resource) => {
      const own = plan.referenced(resource.get("bucket"), "aws_s3_bucket");
      // A bucket that logs to itself is no bucket of logs.
      return plan.referenced(resource.get(attribute), "aws_s3_bucket").filter((bucket) => !own.includes(bucket));
    }),
  );
  const written = plan.resources("aws_s3_bucket", "aws_s3_bucket_policy").filter((holder) => {
    const statements = statementsOf(holder.get("policy") ?? null);
    return !(statements instanceof Unknown) && statements.some(admitsLogDelivery);
  });
  const admitting = written.flatMap((holder) =>
    holder.type === "aws_s3_bucket" ? holder : plan.referenced(holder.get("bucket"), "aws_s3_bucket"),
  );
  return new Set([...named, ...admitting].map(({ address }) => address));
});

function admitsLogDelivery({ effect, principals }: Statement): boolean {
  return (
    effect === "Allow" &&
    principals.some(({ values }) => values.some((value) => typeof value === "string" && LOG_DELIVERY.test(value)))
  );
}

function moduleOf({ address }: Resource): string {
  return parseAddress(address).module;
}
