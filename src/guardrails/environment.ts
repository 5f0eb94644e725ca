import type { Plan } from "../plan/plan";

/** The environment that a plan of ours is of, by its default tags; `undefined` for anybody else's. */
export function environmentOf(plan: Plan): string | undefined {
  for (const { settings } of plan.providers) {
    const name = settings.get("default_tags.tags.Environment");
    if (typeof name === "string") return name;
  }
  return undefined;
}
