import { z } from "zod";
import type { PlanCounts } from "../reports/start-summary";

const planSchema = z.object({
  resource_changes: z.array(z.object({ change: z.object({ actions: z.array(z.string()) }) })).default([]),
});

/** Counts the changes in the output of `terraform show -json`, as Terraform's own last line does. */
export function countChanges(plan: unknown): PlanCounts {
  const actions = planSchema.parse(plan).resource_changes.flatMap(({ change }) => change.actions);
  const number = (action: string) => actions.filter((each) => each === action).length;
  return { add: number("create"), change: number("update"), destroy: number("delete") };
}
