import { z } from "zod";
import { CLASSES, SEVERITIES } from "../drift/difference";
import type { DriftReport, DriftVerdict } from "../drift/report";

/** What `driftJson` writes. */
export type DriftDocument = { readonly version: 1; readonly verdict: DriftVerdict } & DriftReport;

/** What `JSON.stringify` leaves out is left out. */
const value = z.json().optional();

const way = z.strictObject({
  command: z.string().describe("As it is typed in the project's folder."),
  also: z.array(z.string()).describe("What it would change besides: address.attribute, or an address."),
});

const difference = z
  .strictObject({
    class: z
      .enum(CLASSES)
      .describe(
        "drifted: changed by hand; missing: deleted by hand; unmanaged: in the account, unknown to Terraform; unapplied: the code is ahead; controlled: another one's to change, under ignore_changes.",
      ),
    source: z.string().describe("Name of the stack, or of the file, that it is in."),
    address: z.string().describe("Terraform's address; of what is unmanaged, its ARN or id."),
    attribute: z.string().describe('Path in the resource, elements of sets by what names them; "": all of it.'),
    what: z.string().optional().describe("The change in words, where before and after are read badly."),
    before: value.describe("As the last apply left it; of what is unapplied, as it is. null: nothing, or not shown."),
    after: value.describe("As it is; of what is unapplied, as it would be. null: nothing, or not shown."),
    wanted: value.describe("As the code wants it, where that is neither: the code is ahead as well."),
    isSensitive: z.boolean().describe("Whether the values aren't shown because they are sensitive."),
    isUnknown: z.boolean().describe("Whether after is known only at apply."),
    severity: z
      .enum(SEVERITIES)
      .describe("high: an outage, a loss of data or a way in; medium: makes one likelier or worse; low: hygiene."),
    why: z.string().describe("Why it matters as much."),
    owner: z.string().optional().describe("Whose it is to change, where it is controlled."),
    destroys: z.boolean().describe("Whether the next apply destroys or replaces the resource."),
    isRestored: z.boolean().describe("Whether the next apply does away with the difference."),
    consequences: z.array(z.string()).describe("Addresses that Terraform would change only because of it."),
    ways: z.strictObject({
      reject: way.optional().describe("Puts it back as the code has it."),
      accept: way.optional().describe("Takes it over into the environment's file."),
      apply: way.optional().describe("Does what the code is ahead by."),
      import: way.optional().describe("Takes it under Terraform's care."),
      note: z.string().optional().describe("What to know besides, or why there is no command."),
    }),
    done: z
      .strictObject({ at: z.string(), by: z.string(), call: z.string() })
      .optional()
      .describe("The last call that may have made it, as CloudTrail says it."),
    ignored: z
      .strictObject({ reason: z.string(), expires: z.string() })
      .optional()
      .describe("Why it is ignored, and until when."),
  })
  .meta({ id: "difference" });

const report = z
  .strictObject({
    version: z.literal(1).describe("Of this format: another one where a field goes or changes its meaning."),
    verdict: z
      .enum(["none", "controlled", "drift"])
      .describe(
        "none: nothing differs; controlled: all that differs is controlled or ignored; drift: somebody decides.",
      ),
    environment: z.string().optional().describe("Left out where a plan alone was looked at."),
    sources: z.array(z.string()).describe("Stacks or files that were looked at."),
    differences: z.array(difference).describe("What is open first, by class, severity and address."),
    notices: z.array(z.string()).describe("What to know of the report itself."),
  })
  .meta({ title: "Report of npm run drift -- --format json" });

/** Where it is in the project. */
export const DRIFT_SCHEMA = "docs/schemas/drift.schema.json";

/** The published JSON Schema of the JSON report. */
export function driftSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(report), null, 2)}\n`;
}
