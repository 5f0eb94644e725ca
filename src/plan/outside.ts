import { parseAddress } from "./address";
import type { Plan } from "./plan";
import { type MaybeValue, Unknown } from "./value";

/** What Terraform calls a resource that it manages; data sources, variables and modules have no such first part. */
const MANAGED = /^[a-z0-9]+_\w+\.[\w-]+$/;

/**
 * Known only at apply, and from what the plan doesn't hold: a data source, a variable. A resource that it should hold, but
 * doesn't, is no such thing: whatever names it names nothing.
 */
export function comesFromOutside(plan: Plan, value: MaybeValue): boolean {
  if (!(value instanceof Unknown) || plan.referenced(value).length > 0) return false;
  const { references } = value;
  return references.length === 0 || references.some(({ address }) => !MANAGED.test(parseAddress(address).resource));
}
