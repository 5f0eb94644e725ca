import { indexBy } from "../index-by";
import { oncePerPlan } from "../once";
import type { Plan, Resource } from "../plan";

/**
 * Resources by the address of what they belong to: of one of `types`, and named by their attribute at `path`. Made once,
 * so that finding what belongs to each of many resources stays linear.
 */
export function belonging(
  plan: Plan,
  resources: readonly Resource[],
  path: string,
  ...types: string[]
): ReadonlyMap<string, readonly Resource[]> {
  return indexBy(resources, (resource) => plan.referenced(resource.get(path), ...types).map(({ address }) => address));
}

/**
 * The resources of type `type` whose `attribute` names this one: what completes it, as a bucket's versioning does
 * (`"aws_s3_bucket_versioning"`, `"bucket"`).
 */
export function companions(plan: Plan, resource: Resource, type: string, attribute: string): readonly Resource[] {
  const indexes = companionIndexes(plan);
  const key = `${resource.type} ${type}.${attribute}`;
  const index = indexes.get(key) ?? belonging(plan, plan.resources(type), attribute, resource.type);
  indexes.set(key, index);
  return index.get(resource.address) ?? [];
}

/** A plan's indexes as they are made, by both types and attribute: every rule about companions would go through all of them. */
const companionIndexes = oncePerPlan(() => new Map<string, ReturnType<typeof belonging>>());
