import { type Report, verdictOf } from "../guardrails/report";
import type { GuardrailsDocument } from "./guardrails-schema";

/**
 * The report for a program: `{ "version": 1, "verdict": …, …Report }`. Its schema, `docs/schemas/guardrails.schema.json`, is
 * published; the version changes when a field goes or changes its meaning.
 */
export function guardrailsJson(report: Report): string {
  const document: GuardrailsDocument = { version: 1, verdict: verdictOf(report), ...report };
  return `${JSON.stringify(document, null, 2)}\n`;
}
