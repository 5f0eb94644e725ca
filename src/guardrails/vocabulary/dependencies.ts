import type { Plan, Resource } from "../../plan/plan";

/** Addresses of all that Terraform makes before the resource and destroys after it, directly or by way of others. */
export function dependenciesOf(plan: Plan, resource: Resource): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = ({ dependencies = [] }: Resource): void => {
    for (const address of dependencies) {
      const dependency = plan.resource(address);
      if (dependency === undefined || found.has(dependency.address)) continue;
      found.add(dependency.address);
      visit(dependency);
    }
  };
  visit(resource);
  return found;
}
