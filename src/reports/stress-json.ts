import type { StressReport } from "../stress/report";

/**
 * The report for a program: STRESS_SCHEMA describes it. The same seed and plan give the same bytes: no clock, no paths. What
 * is undefined is null.
 */
export function stressJson(report: StressReport): string {
  return `${JSON.stringify(report, (_, value) => (value === undefined ? null : value))}\n`;
}
