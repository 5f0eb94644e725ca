import type { Plan } from "../../plan/plan";
import { listOf, type MaybeValue } from "../../plan/value";

/** Whether two values name the same resource of a type, by reference or by the same text; the other may be a list. */
export function isSameResource(plan: Plan, value: MaybeValue, other: MaybeValue, type: string): boolean {
  if (typeof value === "string" && listOf(other).includes(value)) return true;
  const named = plan.referenced(other, type);
  return plan.referenced(value, type).some((resource) => named.includes(resource));
}
