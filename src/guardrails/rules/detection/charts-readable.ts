import { findMetric } from "../../../catalogue/metrics";
import { entry, isRecord, listOf, Unknown, type ValueRecord } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { dashboards, type ShownMetric, type Widget } from "../../vocabulary/dashboards";

export const chartsReadable: Check = (plan) =>
  dashboards(plan).map(({ dashboard: { address }, widgets }) => {
    if (widgets === undefined) return undecided(address, "its widgets are known only at apply");
    const wrong = widgets.length === 0 ? ["it has no widgets"] : widgets.flatMap(wrongWith);
    return judge(address, wrong.length === 0, wrong.join("; "));
  });

/** What each kind of widget can't be without. */
const NEEDS: { readonly [type: string]: readonly string[] } = {
  metric: ["title", "region", "metrics"],
  alarm: ["alarms"],
  log: ["title", "region", "query"],
  text: ["markdown"],
};

function wrongWith(widget: Widget): readonly string[] {
  const { type, label, properties, metrics } = widget;
  const isMissing = (key: string) => [properties[key] ?? []].flat().length === 0;
  return [
    ...(NEEDS[type] ?? []).filter(isMissing).map((key) => `no ${key}`),
    ...metrics.flatMap(wrongMetric),
    ...(type === "metric" && isChart(properties) && !beginsAtZero(properties)
      ? ["its axis doesn't begin at a number that is stated"]
      : []),
  ].map((what) => `${label}: ${what}`);
}

function wrongMetric({ namespace, name, statistic, period }: ShownMetric): readonly string[] {
  if (statistic === undefined) return [`no statistic of ${name}`];
  const metric = findMetric(namespace, name);
  const seconds = period instanceof Unknown || period === undefined ? undefined : Number(period);
  const isPeriod = seconds === undefined || [1, 5, 10, 30].includes(seconds) || (seconds > 0 && seconds % 60 === 0);
  return [
    ...(isPeriod ? [] : [`${seconds} s is no period`]),
    ...(metric !== undefined && seconds !== undefined && seconds < Math.min(metric.everySeconds, 60)
      ? [`${name} has a data point every ${metric.everySeconds} s only`]
      : []),
    ...(metric === undefined || metric.statistics.includes(statistic) || /^(p|tm|wm)\d/i.test(statistic)
      ? []
      : [`${statistic} of ${name} says nothing`]),
  ];
}

const isChart = (properties: ValueRecord) =>
  ["timeSeries", "bar"].includes(String(entry(properties, "view") ?? "timeSeries"));

/** On the left or, for what stands there, on the right. */
function beginsAtZero(properties: ValueRecord): boolean {
  const axes = entry(properties, "yAxis");
  return (
    isRecord(axes) &&
    ["left", "right"].some((side) =>
      listOf(entry(axes, side))
        .filter(isRecord)
        .some((axis) => "min" in axis),
    )
  );
}
