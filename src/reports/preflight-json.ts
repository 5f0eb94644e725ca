import { openOf, type PreflightReport } from "../preflight/run";
import type { PreflightDocument } from "./preflight-schema";

/** The report for a program; `docs/schemas/preflight.schema.json` is its published schema. */
export function preflightJson(report: PreflightReport): string {
  const verdict = openOf(report).length === 0 ? "ready" : "problems";
  const document: PreflightDocument = { version: 1, verdict, ...report };
  return `${JSON.stringify(document, null, 2)}\n`;
}
