import type { StressReport } from "../stress/report";

/** The report for a program. The same seed and plan give the same bytes: no clock, no paths. */
export function stressJson(report: StressReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
