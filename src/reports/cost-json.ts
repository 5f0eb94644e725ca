import type { CostReport } from "../cost/report";

/** The report for a program: COST_SCHEMA describes it. What is undefined is null. */
export function costJson(report: CostReport): string {
  return `${JSON.stringify(report, (_, value) => (value === undefined ? null : value), 2)}\n`;
}
