import { type DriftReport, driftVerdict } from "../drift/report";
import type { DriftDocument } from "./drift-schema";

/** The report for a program; `docs/schemas/drift.schema.json` is its published schema. */
export function driftJson(report: DriftReport): string {
  const document: DriftDocument = { version: 1, verdict: driftVerdict(report), ...report };
  return `${JSON.stringify(document, null, 2)}\n`;
}
