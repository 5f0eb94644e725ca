import { z } from "zod";
import { STATUSES } from "../preflight/check";
import type { PreflightReport } from "../preflight/run";

/** What `preflightJson` writes. */
export type PreflightDocument = { readonly version: 1; readonly verdict: "ready" | "problems" } & PreflightReport;

const said = z.strictObject({
  status: z
    .enum(STATUSES)
    .describe("problem: it would fail later; unknown: it couldn't be asked; note: nothing is wrong."),
  subject: z.string().describe("What it is about: a name, an ARN, an address, a field of the environment."),
  found: z.string().describe("What is the matter."),
  fix: z.string().optional().describe("What to do; often a command."),
});

const report = z
  .strictObject({
    version: z.literal(1).describe("Of this format: another one where a field goes or changes its meaning."),
    verdict: z.enum(["ready", "problems"]).describe("problems: something would fail, or couldn't be asked."),
    environment: z.string(),
    accountId: z.string().describe("Account that was asked."),
    region: z.string(),
    as: z.string().describe("ARN of whoever asked."),
    checks: z.array(z.strictObject({ id: z.string(), title: z.string(), said: z.array(said) })),
  })
  .meta({ title: "Report of npm run preflight -- --format json" });

/** Where it is in the project. */
export const PREFLIGHT_SCHEMA = "docs/schemas/preflight.schema.json";

/** The published JSON Schema of the JSON report. */
export function preflightSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(report), null, 2)}\n`;
}
