import type { Plan } from "../../plan/plan";
import type { MetricQuery } from "../facts/alarms";
import { publishesMetric } from "../facts/automations";
import type { EventRule } from "../facts/event-rules";
import { logMetricsOf } from "../facts/log-metrics";
import type { Json } from "../facts/names";
import type { AwsEvent, EventBus } from "./event-bus";
import type { Metrics } from "./metrics";
import type { PlatformFacts } from "./platform";

/** `"put"`: a metric of the plan's own, which a metric filter counts or a state machine publishes. */
export function ownSource({ plan, automations }: PlatformFacts, query: MetricQuery): "put" | undefined {
  const isCounted = logMetricsOf(plan).some(
    ({ metric }) => metric.namespace === query.namespace && metric.name === query.name,
  );
  return isCounted || automations.some((automation) => publishesMetric(automation, query)) ? "put" : undefined;
}

/** Has metric filters count what event rules write into their log groups. */
export function countEvents(plan: Plan, events: EventBus, metrics: Metrics): void {
  const filters = logMetricsOf(plan);
  if (filters.length === 0) return;
  const groups = new Map<EventRule, ReadonlySet<string>>();
  events.onMatch((rule, event) => {
    const known = groups.get(rule) ?? logGroupsOf(plan, rule);
    groups.set(rule, known);
    for (const { logGroup, field, text, metric, value } of filters) {
      if (known.has(logGroup) && fieldOf(event, field) === text) metrics.put(metric, value);
    }
  });
}

function logGroupsOf(plan: Plan, { targets }: EventRule): ReadonlySet<string> {
  const groups = targets.flatMap((target) => plan.referenced(target.get("arn"), "aws_cloudwatch_log_group"));
  return new Set(groups.map(({ address }) => address));
}

function fieldOf(event: AwsEvent, [key = "", ...rest]: readonly string[]): Json | undefined {
  let value: Json | undefined = { ...event }[key as keyof AwsEvent];
  for (const part of rest) {
    const record: Json | undefined = value;
    if (typeof record !== "object" || record === null || Array.isArray(record)) return undefined;
    value = (record as { readonly [field: string]: Json })[part];
  }
  return value;
}
