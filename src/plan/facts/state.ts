import { parseAddress } from "../address";
import type { Plan, Resource } from "../plan";
import { policyStatements } from "./policies";

/** Tag of a bucket that holds Terraform's state (`"true"`): says so where nothing else in the plan does. */
export const STATE_TAG = "TerraformState";

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
export function lockTables(plan: Plan): readonly Resource[] {
  return plan.resources("aws_dynamodb_table").filter((table) => table.get("hash_key") === "LockID");
}

/**
 * The buckets that hold Terraform's state. No attribute of AWS says so, hence the signs: the plan's own S3 backend names
 * it; it is tagged `TerraformState = "true"`; or it is in one module with a lock table, and isn't where logs go.
 */
export function stateBuckets(plan: Plan): readonly Resource[] {
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
}

/** Addresses of the buckets that logs are delivered to, or may be. */
export function logBuckets(plan: Plan): ReadonlySet<string> {
  const named = LOG_TARGETS.flatMap(([type, attribute]) =>
    plan.resources(type).flatMap((resource) => {
      const own = plan.referenced(resource.get("bucket"), "aws_s3_bucket");
      // A bucket that logs to itself is no bucket of logs.
      return plan.referenced(resource.get(attribute), "aws_s3_bucket").filter((bucket) => !own.includes(bucket));
    }),
  );
  const written = policyStatements(plan)
    .filter(({ statements }) => Array.isArray(statements) && statements.some(admitsLogDelivery))
    .flatMap(({ resource }) => [resource, ...plan.referenced(resource.get("bucket"), "aws_s3_bucket")]);
  return new Set([...named, ...written].filter(({ type }) => type === "aws_s3_bucket").map(({ address }) => address));
}

function admitsLogDelivery(statement: {
  principals: readonly { values: readonly unknown[] }[];
  effect: string;
}): boolean {
  return (
    statement.effect === "Allow" &&
    statement.principals.some(({ values }) => values.some((value) => LOG_DELIVERY.test(String(value))))
  );
}

function moduleOf({ address }: Resource): string {
  return parseAddress(address).module;
}
