import { decodeJson } from "../../plan/expression/json";
import { oncePerPlan } from "../../plan/once";
import type { Resource } from "../../plan/plan";
import { entry, isList, isRecord, listOf, type MaybeValue, type Value, type ValueRecord } from "../../plan/value";

/** A line or number of a chart: `["AWS/ECS", "CPUReservation", "ClusterName", "production", { "stat": "Average" }]`. */
export interface ShownMetric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly (readonly [name: string, value: Value])[];
  /** `undefined`: neither the metric nor its widget says one. */
  readonly statistic: string | undefined;
  /** Of the metric, or of its widget. */
  readonly period: MaybeValue;
}

export interface Widget {
  /** `"metric"`, `"alarm"`, `"log"`, `"text"`. */
  readonly type: string;
  /** Its title, or where it stands among the others, for a finding. */
  readonly label: string;
  /** In columns and rows; `undefined`: the body doesn't say, and CloudWatch finds a place. */
  readonly x: MaybeValue;
  readonly y: MaybeValue;
  readonly width: MaybeValue;
  readonly height: MaybeValue;
  readonly properties: ValueRecord;
  /** Metric math isn't among them. */
  readonly metrics: readonly ShownMetric[];
}

export interface DashboardFact {
  readonly dashboard: Resource;
  /** `undefined`: known only at apply. */
  readonly widgets: readonly Widget[] | undefined;
}

/** Every `aws_cloudwatch_dashboard`. */
export const dashboards = oncePerPlan((plan): readonly DashboardFact[] =>
  plan.resources("aws_cloudwatch_dashboard").map((dashboard) => {
    const body = decodeJson(dashboard.get("dashboard_body") ?? null);
    return {
      dashboard,
      widgets: isRecord(body) ? listOf(entry(body, "widgets")).filter(isRecord).map(widgetOf) : undefined,
    };
  }),
);

function widgetOf(widget: ValueRecord, index: number): Widget {
  const given = entry(widget, "properties");
  const properties = isRecord(given) ? given : {};
  const title = entry(properties, "title");
  return {
    type: String(entry(widget, "type")),
    label: typeof title === "string" ? title : `widget ${index + 1}`,
    x: entry(widget, "x"),
    y: entry(widget, "y"),
    width: entry(widget, "width"),
    height: entry(widget, "height"),
    properties,
    metrics: listOf(entry(properties, "metrics")).flatMap((metric) => shownMetric(metric, properties)),
  };
}

/** The names and values before the options, which come last. */
function shownMetric(metric: Value, widget: ValueRecord): readonly ShownMetric[] {
  if (!isList(metric)) return [];
  const last = metric.at(-1);
  const options = isRecord(last) ? last : {};
  const [namespace, name, ...rest] = isRecord(last) ? metric.slice(0, -1) : metric;
  if (typeof namespace !== "string" || typeof name !== "string") return [];
  const stated = entry(options, "stat") ?? entry(widget, "stat");
  return [
    {
      namespace,
      name,
      dimensions: pairs(rest),
      statistic: typeof stated === "string" ? stated : undefined,
      period: entry(options, "period") ?? entry(widget, "period"),
    },
  ];
}

const pairs = (values: readonly Value[]): readonly (readonly [string, Value])[] =>
  values.flatMap((name, index) => (index % 2 === 0 ? [[String(name), values[index + 1] ?? null] as const] : []));
