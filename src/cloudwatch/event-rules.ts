import { decodeJson } from "../plan/expression/json";
import { belonging } from "../plan/facts/belonging";
import { oncePerPlan } from "../plan/once";
import type { Plan, Resource } from "../plan/plan";
import { isRecord, type ValueRecord } from "../plan/value";

/** The pattern of an `aws_cloudwatch_event_rule`; `undefined`: it has none that can be read before apply. */
export function patternOf(rule: Resource): ValueRecord | undefined {
  const pattern = decodeJson(rule.get("event_pattern") ?? null);
  return isRecord(pattern) ? pattern : undefined;
}

/** Rules that are on. */
export function isEnabled(rule: Resource): boolean {
  return (rule.get("state") ?? "ENABLED") !== "DISABLED" && String(rule.get("is_enabled") ?? true) === "true";
}

/** A rule's targets. */
export function targetsOf(plan: Plan, rule: Resource): readonly Resource[] {
  return targetsByRule(plan).get(rule.address) ?? [];
}

const targetsByRule = oncePerPlan((plan) =>
  belonging(plan, plan.resources("aws_cloudwatch_event_target"), "rule", "aws_cloudwatch_event_rule"),
);

/** Whether a target tells a person: a topic, or what isn't in the plan. */
export function tellsSomebody(plan: Plan, target: Resource): boolean {
  const named = plan.referenced(target.get("arn"));
  return named.length === 0 || named.some(({ type }) => type === "aws_sns_topic" || type.startsWith("aws_lambda_"));
}
