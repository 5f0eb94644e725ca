import { numberOf } from "../plan/facts/texts";
import { oncePerPlan } from "../plan/once";
import type { Block, Plan, Resource } from "../plan/plan";
import { isRecord, type MaybeValue, Unknown } from "../plan/value";
import { parseMath } from "./metric-math";

const METRIC_ALARM = "aws_cloudwatch_metric_alarm";

/** A metric that an alarm reads. */
export interface AlarmMetric {
  /** In metric math; `""` for an alarm's one metric. */
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  /** `undefined`: known only at apply. */
  readonly dimensions: { readonly [name: string]: MaybeValue } | undefined;
  readonly statistic: string;
  readonly periodSeconds: number;
}

/** An alarm on metrics. */
export interface AlarmFact {
  readonly alarm: Resource;
  readonly metrics: readonly AlarmMetric[];
  /** The metric math that is compared; `undefined`: the one metric as it is. */
  readonly expression: string | undefined;
  /** Seconds from the moment that it is so until it rings. */
  readonly seconds: number;
}

/** Every metric alarm of the plan. */
export const alarms = oncePerPlan((plan): readonly AlarmFact[] => plan.resources(METRIC_ALARM).map(factOf));

/** Values of metrics, by namespace and name: `"AWS/ECS CPUReservation"`. */
export type Sample = { readonly [metric: string]: number };

export const metricKey = ({ namespace, name }: Pick<AlarmMetric, "namespace" | "name">) => `${namespace} ${name}`;

/** Whether an alarm rings while its metrics have these values; `undefined`: that can't be told from the plan. */
export function rings({ alarm, metrics, expression }: AlarmFact, sample: Sample): boolean | undefined {
  const threshold = numberOf(alarm.get("threshold"));
  const operator = COMPARISONS[String(alarm.get("comparison_operator"))];
  if (threshold === undefined || threshold instanceof Unknown || operator === undefined) return undefined;
  const sampled = (metric: AlarmMetric | undefined) => metric && sample[metricKey(metric)];
  const ofId = (id: string) => sampled(metrics.find((metric) => metric.id === id));
  const math = expression === undefined ? undefined : parseMath(expression);
  const isSampled = math?.ids.every((id) => ofId(id) !== undefined);
  const value = expression === undefined ? sampled(metrics[0]) : isSampled ? math?.value(ofId) : undefined;
  return value === undefined ? undefined : operator(value, threshold);
}

/** The others compare with bands of what is usual. */
export const COMPARISONS: { readonly [operator: string]: (value: number, threshold: number) => boolean } = {
  GreaterThanThreshold: (value, threshold) => value > threshold,
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

function factOf(alarm: Resource): AlarmFact {
  const queries = alarm.blocks("metric_query");
  const metrics =
    queries.length === 0
      ? [metricOf(alarm, "")]
      : queries.flatMap((query) => query.blocks("metric").map((block) => metricOf(block, String(query.get("id")))));
  const returned = queries.filter((query) => String(query.get("return_data")) === "true");
  const compared = returned[0] ?? queries[0];
  const period = Math.max(...metrics.map(({ periodSeconds }) => periodSeconds), 0);
  const periods = numberOf(alarm.get("datapoints_to_alarm")) ?? numberOf(alarm.get("evaluation_periods"));
  return {
    alarm,
    metrics,
    expression: compared && String(compared.get("expression") ?? compared.get("id")),
    seconds: period * (typeof periods === "number" ? periods : Number.NaN),
  };
}

function metricOf(block: Block, id: string): AlarmMetric {
  const dimensions = block.get("dimensions") ?? {};
  const period = numberOf(block.get("period"));
  return {
    id,
    namespace: String(block.get("namespace")),
    name: String(block.get("metric_name")),
    dimensions: isRecord(dimensions) ? dimensions : undefined,
    statistic: String(block.get("statistic") ?? block.get("stat") ?? block.get("extended_statistic")),
    periodSeconds: typeof period === "number" ? period : Number.NaN,
  };
}

/** The resources that a metric's dimension names. */
export function dimensionNames(plan: Plan, { dimensions }: AlarmMetric, dimension: string): readonly Resource[] {
  return plan.referenced(dimensions?.[dimension]);
}
