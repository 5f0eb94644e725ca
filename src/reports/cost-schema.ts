import { z } from "zod";
import type { CostReport } from "../cost/report";
import type { NoUndefined } from "./no-undefined";

const usd = z.number().describe("USD.");
const text = z.string();

const line = z
  .strictObject({
    item: text.describe("What is paid for, and how many or whose."),
    quantity: z.number().min(0).describe("Of a month, to six decimals."),
    unit: text.describe("What the quantity counts."),
    unitPrice: z.number().min(0).describe("USD, to six decimals."),
    amount: z.number().min(0).describe("USD a month: quantity × unitPrice, to four decimals."),
    source: text.describe("Where the price was read, and when that was written."),
  })
  .meta({ id: "line" });

const report: z.ZodType<NoUndefined<CostReport>> = z
  .strictObject({
    version: z.literal(1).describe("Of this format: another one where a field goes or changes its meaning."),
    environment: text.describe("Name of the environment, or of the plan's file."),
    region: text,
    pricesOf: text.describe("The region that the prices are of."),
    floor: z
      .strictObject({
        perHour: usd.describe("USD: perMonth over 730 hours, to four decimals."),
        per12Hours: usd.describe("USD: twelve such hours, to four decimals."),
        perMonth: usd.describe("USD: exactly the sum of the lines' amounts."),
        lines: z.array(line),
      })
      .describe("What a silent night costs: as few instances and tasks as there may be, and no request."),
    unpriced: z
      .array(z.strictObject({ source: text, address: text, reason: text }))
      .describe("What costs money, or may, and is in no line."),
    assumptions: z
      .array(
        z.strictObject({
          id: text,
          value: z.number(),
          unit: text,
          kind: z.enum(["documented", "observed", "assumed"]),
          source: text,
        }),
      )
      .describe("What the lines take for granted."),
    warnings: z.array(text).describe("What is to be looked up before anybody relies on it."),
    budget: z
      .strictObject({ perMonth: usd, isKept: z.boolean().describe("Whether the floor is at most that.") })
      .nullable()
      .describe("null: none was given."),
  })
  .meta({ title: "Report of npm run cost -- --format json" });

/** Where it is in the project. */
export const COST_SCHEMA = "docs/schemas/cost.schema.json";

/** The published JSON Schema of the JSON report. */
export function costSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(report), null, 2)}\n`;
}
