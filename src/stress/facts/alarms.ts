import { alarmRule } from "../../cloudwatch/alarm-rules";
import type { Evaluation, MissingData } from "../../cloudwatch/alarm-state";
import { type AlarmMetric, alarms, COMPARISONS } from "../../cloudwatch/alarms";
import { type MetricMath, parseMath } from "../../cloudwatch/metric-math";
import { oncePerPlan } from "../../plan/once";
import type { Plan, Resource } from "../../plan/plan";
import { listOf, Unknown } from "../../plan/value";
import { names } from "./names";
import { isTrue, known } from "./values";

/** A metric as an alarm asks for it. */
export interface MetricQuery {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: { readonly [name: string]: string };
  /** `"Sum"`, `"Average"`, `"p99"`. */
  readonly statistic: string;
  readonly periodMinutes: number;
}

interface Alarm {
  readonly address: string;
  readonly name: string;
  readonly arn: string;
  /** Whether it has actions: somebody hears of it. */
  readonly tells: boolean;
}

export interface MetricAlarm extends Alarm, Evaluation {
  readonly kind: "metric";
  /** By id; one alone has the id `""`. */
  readonly metrics: ReadonlyMap<string, MetricQuery>;
  /** `undefined`: the one metric as it is. */
  readonly math: MetricMath | undefined;
  readonly breaches: (value: number) => boolean;
}

export interface CompositeAlarm extends Alarm {
  readonly kind: "composite";
  readonly rule: string;
  /** The alarm while which it tells nobody, and seconds that it waits for that one, and after it. */
  readonly suppressor:
    | { readonly name: string; readonly waitSeconds: number; readonly extensionSeconds: number }
    | undefined;
}

/** An alarm that can't be evaluated here: it never rings, whatever it would do. */
export interface UnreadAlarm extends Alarm {
  readonly kind: "unread";
  readonly why: string;
}

export type AlarmFact = MetricAlarm | CompositeAlarm | UnreadAlarm;

export const alarmsOf = oncePerPlan((plan): readonly AlarmFact[] => [
  ...alarms(plan).map((fact) => metricAlarm(plan, fact)),
  ...plan.resources("aws_cloudwatch_composite_alarm").map((alarm) => compositeAlarm(plan, alarm)),
]);

function named(plan: Plan, alarm: Resource): Alarm {
  const { name, arn } = names(plan);
  const acts = String(alarm.get("actions_enabled") ?? true) === "true" && listOf(alarm.get("alarm_actions")).length > 0;
  return { address: alarm.address, name: name(alarm), arn: arn(alarm), tells: acts };
}

function metricAlarm(plan: Plan, { alarm, metrics, expression }: ReturnType<typeof alarms>[number]): AlarmFact {
  const own = named(plan, alarm);
  const unread = (why: string): UnreadAlarm => ({ kind: "unread", ...own, why });
  const compare = COMPARISONS[String(alarm.get("comparison_operator"))];
  if (compare === undefined) return unread(`compares as ${String(alarm.get("comparison_operator"))}`);
  const threshold = known(alarm.get("threshold"), Number.NaN);
  if (Number.isNaN(threshold)) return unread("its threshold is known only at apply");
  const isOneMetric = expression === undefined || metrics.some(({ id }) => id === expression);
  const math = isOneMetric ? undefined : parseMath(expression);
  if (!isOneMetric && math === undefined) return unread(`its expression isn't understood: ${expression}`);
  const read = metrics.filter(({ id }) => isOneMetric || math?.ids.includes(id));
  const queries = read.map((metric) => [metric.id, queryOf(plan, metric)] as const);
  if (queries.some(([, { periodMinutes }]) => !(periodMinutes >= 1))) return unread("its period is under a minute");
  const evaluationPeriods = known(alarm.get("evaluation_periods"), 1);
  return {
    kind: "metric",
    ...own,
    metrics: new Map(queries),
    math,
    breaches: (value) => compare(value, threshold),
    evaluationPeriods,
    datapointsToAlarm: known(alarm.get("datapoints_to_alarm"), evaluationPeriods),
    missing: missingOf(alarm),
  };
}

function queryOf(plan: Plan, { namespace, name, dimensions, statistic, periodSeconds }: AlarmMetric): MetricQuery {
  const resolved = Object.entries(dimensions ?? {}).map(([key, value]) => [key, String(names(plan).resolve(value))]);
  return {
    ...{ namespace, name, statistic, dimensions: Object.fromEntries(resolved) },
    periodMinutes: Math.round(periodSeconds / 60),
  };
}

const MISSING: readonly MissingData[] = ["breaching", "ignore", "notBreaching"];

/** `missing` where nothing is said: API_PutMetricAlarm. */
const missingOf = (alarm: Resource): MissingData =>
  MISSING.find((treatment) => treatment === alarm.get("treat_missing_data")) ?? "missing";

function compositeAlarm(plan: Plan, alarm: Resource): AlarmFact {
  const own = named(plan, alarm);
  const rule = alarmRule(alarm);
  if (rule === undefined) return { kind: "unread", ...own, why: "its rule is known only at apply" };
  const value = alarm.get("alarm_rule");
  const [suppressor] = alarm.blocks("actions_suppressor");
  return {
    kind: "composite",
    ...own,
    rule: String(names(plan).resolve(value instanceof Unknown ? value : rule)),
    suppressor: suppressor && {
      name: String(names(plan).resolve(suppressor.get("alarm"))),
      waitSeconds: known(suppressor.get("wait_period"), 0),
      extensionSeconds: known(suppressor.get("extension_period"), 0),
    },
  };
}

/** Addresses of the alarms that end a deployment of a service. */
export function deploymentAlarms(plan: Plan, service: Resource): readonly string[] {
  if (!isTrue(service.get("alarms.enable"))) return [];
  return plan
    .referenced(service.get("alarms.alarm_names"), "aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm")
    .map(({ address }) => address);
}
