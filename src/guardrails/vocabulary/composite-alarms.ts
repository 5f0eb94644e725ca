import { oncePerPlan } from "../../plan/once";
import type { Plan, Resource } from "../../plan/plan";
import { listOf, type MaybeValue, Unknown } from "../../plan/value";

const COMPOSITE = "aws_cloudwatch_composite_alarm";

/** A composite alarm's rule, as text: references stay in it as written. `undefined`: known only at apply. */
export function alarmRule(composite: Resource): string | undefined {
  const rule = composite.get("alarm_rule");
  const text = rule instanceof Unknown ? rule.template : rule;
  return typeof text === "string" ? text : undefined;
}

/** Names of alarms in a rule, as written. */
export function alarmsNamed(rule: string): readonly string[] {
  return [...rule.matchAll(STATE)].map(([, , quoted, bare]) => quoted ?? bare ?? "");
}

/** `ALARM("name")`, with a reference or not, in any of the quotes that CloudWatch takes. */
const STATE = /\b(ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:["']([^"']*)["']|([^\s"')]+))\s*\)/g;

/**
 * Whether the composite rings when one alarm alone does, and all others are OK. `undefined`: its rule can't be read.
 */
export function ringsFor(plan: Plan, composite: Resource, alarm: Resource): boolean | undefined {
  const rule = alarmRule(composite);
  if (rule === undefined) return undefined;
  const logic = rule.replaceAll(STATE, (_, state: string, quoted?: string, bare?: string) => {
    const isAlarm = plan.referenced(quoted ?? bare ?? "").includes(alarm);
    return String(state === "ALARM" ? isAlarm : state === "OK" && !isAlarm).toUpperCase();
  });
  return evaluate(logic);
}

/** A rule whose alarms are `TRUE` or `FALSE` already: `NOT` binds closest, `OR` last. */
function evaluate(logic: string): boolean | undefined {
  const tokens = logic.match(/TRUE|FALSE|AND|OR|NOT|[()]|\S+?/g) ?? [];
  let next = 0;
  let isBroken = false;
  const either = (): boolean => {
    let value = both();
    while (tokens[next] === "OR") {
      next += 1;
      const other = both();
      value = value || other;
    }
    return value;
  };
  const both = (): boolean => {
    let value = one();
    while (tokens[next] === "AND") {
      next += 1;
      const other = one();
      value = value && other;
    }
    return value;
  };
  const one = (): boolean => {
    const token = tokens[next++];
    if (token === "NOT") return !one();
    if (token === "(") {
      const value = either();
      isBroken ||= tokens[next++] !== ")";
      return value;
    }
    isBroken ||= token !== "TRUE" && token !== "FALSE";
    return token === "TRUE";
  };
  const value = either();
  return isBroken || next < tokens.length ? undefined : value;
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
      if (!alarmsNamed(rule).some((name) => plan.referenced(name).includes(alarm))) return [];
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
