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

const claimIds = z.array(text.describe("Id of a claim, <scenario>/<claim>."));
const trade = {
  id: text.describe("Id of a lever."),
  saves: usd.describe("USD a month of the floor: the difference of two full runs; less than 0: it costs more."),
  savesUnderLoad: usd.describe("USD of an ordinary month, likewise."),
  claimsLost: claimIds.describe("Required claims that hold without it, and don't with it."),
  claimsUnmeasured: claimIds.describe("Required claims that hold without it, and can't be measured with it."),
};

const lever = z
  .strictObject({
    ...trade,
    title: text,
    besides: text.nullable().describe("What it takes besides, that no bill says."),
    rulesBroken: z.array(text).describe("Ids of guardrails that it breaks."),
  })
  .meta({ id: "lever" });

const cheapest = z
  .strictObject({
    levers: z.array(z.strictObject({ id: text, steps: z.int().min(1) })).describe("What it is made of."),
    perMonth: usd.describe("USD a month: its floor."),
    ordinaryMonth: usd,
    saves: usd,
    savesUnderLoad: usd,
    oneStepCheaper: z.array(z.strictObject(trade)).describe("Every further step that is cheaper, and what it loses."),
  })
  .meta({ id: "cheapest" });

const traffic = z
  .strictObject({
    load: z.enum(["silent", "usual", "busy"]).describe("Nobody; what scaling is made for; 2.5 times that."),
    requestsPerSecond: z.number().min(0),
    instances: z
      .strictObject({ onDemand: z.number().min(0), spot: z.number().min(0) })
      .describe("On average, as the simulator runs them."),
    adds: usd.describe("USD a month, were the load there all the time: exactly the sum of the lines' amounts."),
    lines: z.array(line),
  })
  .meta({ id: "traffic" });

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
    levers: z.array(lever).describe("What makes it cheaper, each by itself; none: --no-levers, or nothing to run."),
    cheapest: cheapest
      .nullable()
      .describe("The cheapest setting that keeps every required claim, as far as it was found; null: not looked for."),
    traffic: z.array(traffic).describe("What loads add to the floor; none: there is nothing to run."),
    ordinaryMonth: usd
      .nullable()
      .describe("USD of a month that is silent for half of the time, and has the usual load for the other half."),
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
