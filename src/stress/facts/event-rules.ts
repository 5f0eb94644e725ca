import { parseSchedule, type Schedule } from "../../catalogue/schedule";
import { isEnabled, patternOf, targetsOf, tellsSomebody } from "../../cloudwatch/event-rules";
import { oncePerPlan } from "../../plan/once";
import type { Plan, Resource } from "../../plan/plan";
import { isRecord, type MaybeValue, type ValueRecord } from "../../plan/value";
import { names } from "./names";

/** A rule of EventBridge that is on, of the bus that AWS's own events come to. */
export interface EventRule {
  readonly address: string;
  readonly arn: string;
  /** Which events it hands on; `undefined`: it has none, or one that can't be read. */
  readonly pattern: ValueRecord | undefined;
  /** When it makes an event of its own; `undefined`: never. */
  readonly schedule: Schedule | undefined;
  /** Its `aws_cloudwatch_event_target`s. */
  readonly targets: readonly Resource[];
  /** Whether one of them tells a person. */
  readonly tells: boolean;
}

export const eventRulesOf = oncePerPlan((plan): readonly EventRule[] =>
  plan
    .resources("aws_cloudwatch_event_rule")
    .filter((rule) => isEnabled(rule) && (rule.get("event_bus_name") ?? "default") === "default")
    .map((rule) => ({
      address: rule.address,
      arn: names(plan).arn(rule),
      pattern: resolvedPattern(plan, rule),
      schedule: scheduleOf(rule.get("schedule_expression")),
      targets: targetsOf(plan, rule),
      tells: targetsOf(plan, rule).some((target) => tellsSomebody(plan, target)),
    })),
);

function resolvedPattern(plan: Plan, rule: Resource): ValueRecord | undefined {
  const pattern = patternOf(rule);
  const resolved = pattern && names(plan).resolve(pattern);
  return isRecord(resolved) ? resolved : undefined;
}

function scheduleOf(expression: MaybeValue): Schedule | undefined {
  if (typeof expression !== "string") return undefined;
  try {
    return parseSchedule(expression);
  } catch (error) {
    // A guardrail judges how it is written; here it just never comes.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
