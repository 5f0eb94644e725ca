import { oncePerPlan } from "../../plan/once";
import type { Plan } from "../../plan/plan";
import type { MetricQuery } from "./alarms";
import { names } from "./names";
import { known } from "./values";

/** A metric that counts events in a log group. */
export interface LogMetric {
  /** Address of the log group. */
  readonly logGroup: string;
  /** The field of an event that must be so, and what it must be. */
  readonly field: readonly string[];
  readonly text: string;
  readonly metric: Pick<MetricQuery, "namespace" | "name" | "dimensions">;
  /** What each counts for. */
  readonly value: number;
}

/** `{ $.detail-type = "…" }`: of metric filters those that compare one field with one text. */
const PATTERN = /^\{\s*\$\.([\w.-]+)\s*=\s*"([^"]*)"\s*\}$/;

/** The metric filters of the plan that are understood. */
export const logMetricsOf = oncePerPlan((plan: Plan): readonly LogMetric[] =>
  plan.resources("aws_cloudwatch_log_metric_filter").flatMap((filter) => {
    const [logGroup] = plan.referenced(filter.get("log_group_name"), "aws_cloudwatch_log_group");
    const [, path, text] = PATTERN.exec(String(filter.get("pattern"))) ?? [];
    const value = known(filter.get("metric_transformation.value"), Number.NaN);
    if (logGroup === undefined || path === undefined || text === undefined || Number.isNaN(value)) return [];
    const { resolve } = names(plan);
    return {
      logGroup: logGroup.address,
      field: path.split("."),
      text,
      metric: {
        namespace: String(resolve(filter.get("metric_transformation.namespace"))),
        name: String(resolve(filter.get("metric_transformation.name"))),
        dimensions: {},
      },
      value,
    };
  }),
);
