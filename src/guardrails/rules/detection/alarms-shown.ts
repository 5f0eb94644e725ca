import { alarms, metricKey } from "../../../cloudwatch/alarms";
import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { dashboards } from "../../vocabulary/dashboards";

/** Its complement tells the same. */
const SAME: { readonly [metric: string]: string } = {
  "AWS/ApplicationELB UnHealthyHostCount": "AWS/ApplicationELB HealthyHostCount",
};
const DAY = 86_400;

/** Where the plan has a dashboard. What is read once a day is no curve to look at; of metric math, one metric is enough. */
export const alarmsShown: Check = (plan) => {
  const all = dashboards(plan);
  if (all.length === 0) return [];
  const isOpen = all.some(({ widgets }) => widgets === undefined);
  const widgets = all.flatMap((fact) => fact.widgets ?? []);
  const pictured = widgets.flatMap(({ properties }) => plan.referenced(properties.alarms));
  const shown = widgets.flatMap(({ metrics }) =>
    metrics.map((metric) => ({
      key: metricKey(metric),
      of: metric.dimensions.flatMap(([, value]) => plan.referenced(value)),
    })),
  );
  return alarms(plan).map(({ alarm, metrics }) => {
    const isShown =
      pictured.includes(alarm) ||
      metrics.every(({ periodSeconds }) => periodSeconds >= DAY) ||
      metrics.some((metric) => {
        const key = SAME[metricKey(metric)] ?? metricKey(metric);
        const of = Object.values(metric.dimensions ?? {}).flatMap((value) => plan.referenced(value));
        return shown.some((one) => one.key === key && one.of.every((resource) => of.includes(resource)));
      });
    const watched = metrics.map(metricKey).join(", ");
    return openIf(isOpen, judge(alarm.address, isShown, `no dashboard shows ${watched} of what it watches`));
  });
};
