import type { Report } from "../guardrails/report";

/**
 * The report for a program: `{ "version": 1, "verdict": "passed" | "failed", …Report }`; the fields are those of `Report`
 * and `Finding` (`src/guardrails/report.ts`). The version changes when a field goes or changes its meaning.
 */
export function guardrailsJson(report: Report): string {
  const verdict = report.findings.length === 0 ? "passed" : "failed";
  return `${JSON.stringify({ version: 1, verdict, ...report }, null, 2)}\n`;
}
