import { alarms } from "../../../cloudwatch/alarms";
import { numberOf } from "../../../plan/facts/texts";
import type { Plan } from "../../../plan/plan";
import { entry, isRecord, listOf } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { dashboards, type Widget } from "../../vocabulary/dashboards";

const RESERVATION = "CapacityProviderReservation";
const TARGET = "auto_scaling_group_provider.managed_scaling.target_capacity";

/** Of charts whose metrics an alarm or managed scaling compares with a number: a line there is that number. */
export const linesSayWhatCounts: Check = (plan) =>
  dashboards(plan).flatMap(({ dashboard: { address }, widgets = [] }) => {
    const lines = widgets.flatMap((widget) => {
      const counted = thatCount(plan, widget);
      return counted.length === 0 ? [] : linesOf(widget).map((line) => ({ label: widget.label, line, counted }));
    });
    if (lines.length === 0) return [];
    const wrong = lines
      .filter(({ line, counted }) => !counted.includes(line))
      .map(
        ({ label, line, counted }) => `${label}: the line is at ${line}, and what counts is ${counted.join(" or ")}`,
      );
    return [judge(address, wrong.length === 0, wrong.join("; "))];
  });

function linesOf({ properties }: Widget): readonly number[] {
  const annotations = entry(properties, "annotations");
  return listOf(isRecord(annotations) ? entry(annotations, "horizontal") : undefined)
    .filter(isRecord)
    .map((line) => Number(entry(line, "value")));
}

/** Thresholds of the alarms on its metrics, and the target of the capacity provider that it shows. */
function thatCount(plan: Plan, { metrics }: Widget): readonly number[] {
  const thresholds = alarms(plan)
    .filter((fact) => fact.metrics.some((one) => metrics.some(({ name }) => name === one.name)))
    .map(({ alarm }) => numberOf(alarm.get("threshold")));
  const targets = metrics
    .filter(({ name }) => name === RESERVATION)
    .flatMap(({ dimensions }) => dimensions.flatMap(([, value]) => plan.referenced(value, "aws_ecs_capacity_provider")))
    .map((provider) => numberOf(provider.get(TARGET)));
  return [...thresholds, ...targets].filter((value) => typeof value === "number");
}
