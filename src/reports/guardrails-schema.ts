import { z } from "zod";
import type { Report, ReportVerdict } from "../guardrails/report";
import { SEVERITIES } from "../guardrails/rule";

/** What `guardrailsJson` writes. */
export type GuardrailsDocument = { readonly version: 1; readonly verdict: ReportVerdict } & Report;

const source = z.string().describe("Name of the stack, or of the file, that it is in.");
const address = z
  .string()
  .describe('Terraform\'s address of the resource; "" where it is about the source as a whole.');

const finding = z
  .strictObject({
    rule: z.string().describe("Id of the rule, <area>/<rule>: see docs/rules.md."),
    severity: z
      .enum(SEVERITIES)
      .describe("high: an outage, a loss of data or a way in; medium: makes one likelier or worse; low: hygiene."),
    title: z.string().describe("The state that the rule asks for, as a sentence."),
    source,
    address,
    detail: z.string().describe("What was found; why it is left open, or is so on purpose."),
    why: z.string().describe("What happens without it."),
    fix: z.string().describe("What to change, in Terraform's words."),
    references: z.array(z.string()).describe("Ids of like rules elsewhere, and addresses of documentation."),
  })
  .meta({ id: "finding" });

const report: z.ZodType<GuardrailsDocument> = z
  .strictObject({
    version: z.literal(1).describe("Of this format: another one where a field goes or changes its meaning."),
    verdict: z
      .enum(["passed", "failed", "no-ecs"])
      .describe(
        "passed: no findings; failed: findings; no-ecs: nothing of Amazon ECS is there, so that nothing can fail, whatever the findings.",
      ),
    sources: z.array(z.string()).describe("Stacks or files that were judged."),
    findings: z.array(finding).describe("What breaks a rule, by severity, rule, source and address."),
    undecided: z
      .array(finding)
      .describe("What is known only at apply, or can't be read: neither a finding nor a pass."),
    waived: z.array(finding).describe("What breaks a rule on purpose."),
    notJudged: z
      .array(z.strictObject({ rule: z.string(), source: z.string() }))
      .describe("Rules that a source can't be judged by, since it leaves out what they ask for."),
    rules: z.strictObject({
      applied: z.int().min(0).describe("Rules that had something to judge."),
      kept: z.int().min(0).describe("Of these, the ones without a finding."),
    }),
    passed: z.int().min(0).describe("Judgements that passed."),
    clusters: z.array(z.strictObject({ source, address })).describe("The ECS clusters that would be there."),
    inScope: z.boolean().describe("Whether anything that was judged is of ECS, or of a platform for it."),
  })
  .meta({ title: "Report of npm run guardrails -- --format json" });

/** Where it is in the project. */
export const GUARDRAILS_SCHEMA = "docs/schemas/guardrails.schema.json";

/** The published JSON Schema of the JSON report. */
export function guardrailsSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(report), null, 2)}\n`;
}
