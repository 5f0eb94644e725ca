import { alarmRule, evaluateRule, namesInRule } from "../../cloudwatch/alarm-rules";
import { oncePerPlan } from "../../plan/once";
import type { Plan, Resource } from "../../plan/plan";
import { listOf, type MaybeValue } from "../../plan/value";

const COMPOSITE = "aws_cloudwatch_composite_alarm";

/**
 * Whether the composite rings when one alarm alone does, and all others are OK. `undefined`: its rule can't be read.
 */
export function ringsFor(plan: Plan, composite: Resource, alarm: Resource): boolean | undefined {
  const rule = alarmRule(composite);
  if (rule === undefined) return undefined;
  return evaluateRule(rule, (name) => (plan.referenced(name).includes(alarm) ? "ALARM" : "OK"));
}

/**
 * The alarms that somebody or something hears of: they act, or are part of a composite alarm that rings for them and
 * does. `"undecided"` beside an alarm: that rests on what is known only at apply.
 */
export const heard = oncePerPlan((plan): ReadonlyMap<Resource, boolean | "undecided"> => {
  const composites = plan.resources(COMPOSITE);
  const verdicts = new Map<Resource, boolean | "undecided">();
  const isHeard = (alarm: Resource, path: readonly Resource[]): boolean | "undecided" => {
    if (path.includes(alarm)) return false;
    if (acts(alarm)) return true;
    const by = composites.flatMap((composite): readonly (boolean | "undecided")[] => {
      const rule = alarmRule(composite);
      if (rule === undefined) return ["undecided"];
      if (!namesInRule(rule).some((name) => plan.referenced(name).includes(alarm))) return [];
      const doesRing = ringsFor(plan, composite, alarm);
      if (doesRing === undefined) return ["undecided"];
      return [doesRing && isHeard(composite, [...path, alarm])];
    });
    return by.includes(true) || (by.includes("undecided") ? "undecided" : false);
  };
  for (const alarm of plan.resources("aws_cloudwatch_metric_alarm", COMPOSITE)) verdicts.set(alarm, isHeard(alarm, []));
  return verdicts;
});

function acts(alarm: Resource): boolean {
  const actions: MaybeValue = alarm.get("alarm_actions");
  return String(alarm.get("actions_enabled") ?? true) === "true" && listOf(actions).length > 0;
}
