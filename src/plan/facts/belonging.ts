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
  const found = new Map<string, Resource[]>();
  for (const resource of resources) {
    for (const { address } of plan.referenced(resource.get(path), ...types)) {
      const siblings = found.get(address);
      if (siblings === undefined) found.set(address, [resource]);
      else siblings.push(resource);
    }
  }
  return found;
}
