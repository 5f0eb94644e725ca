import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { instanceType } from "../catalogue/instance-types";
import type { PriceChanges } from "../catalogue/price-book";
import { PRICES, type Price, type PriceId } from "../catalogue/prices";
import { CostError } from "./cost-error";

const IDS = Object.keys(PRICES) as readonly PriceId[];
const amount = z.number({ error: "wanted: USD, as a number" }).nonnegative({ error: "wanted: USD, at least 0" });

const instance = z
  .strictObject({
    onDemand: amount.optional().describe("USD an hour, with Linux."),
    spot: amount.optional().describe("USD an hour; without it, Spot keeps its share of the On-Demand price."),
  })
  .meta({ id: "instance" });

const file = z
  .strictObject({
    region: z.string().min(1).describe('The region that the prices are of: "eu-west-1".'),
    source: z.string().min(1).describe("Where they were read: it stands in every line that they make."),
    date: z.iso.date({ error: "wanted: a day that there is, as 2026-11-28" }).describe("When they were read."),
    prices: z
      .strictObject(
        Object.fromEntries(IDS.map((id) => [id, amount.optional().describe(PRICES[id].unit)])) as {
          [id in PriceId]: z.ZodOptional<z.ZodNumber>;
        },
      )
      .default({})
      .describe("What isn't named costs what it does in us-east-1."),
    instances: z.record(z.string(), instance).default({}).describe('By instance type: "m6i.large".'),
  })
  .meta({ title: "Prices of a region: --prices FILE of npm run cost" });

/**
 * Reads a file of prices.
 * @throws CostError with everything that is wrong in it
 */
export function readPrices(path: string): PriceChanges {
  if (!existsSync(path)) throw new CostError(`--prices: there is no file ${path}`);
  const result = file.safeParse(jsonOf(path));
  if (!result.success) throw new CostError(result.error.issues.map((issue) => problem(path, issue)).join("\n"));
  const { region, source, date, prices, instances } = result.data;
  const unknown = Object.keys(instances).filter((name) => instanceType(name) === undefined);
  if (unknown.length > 0) throw new CostError(`${path}: instances.${unknown[0]}: no such instance type is known here`);
  const price = (amount: number, unit: Price["unit"]): Price => ({ amount, unit, source, date });
  const hourly = (amount: number | undefined) => (amount === undefined ? undefined : price(amount, "USD/h"));
  return {
    region,
    prices: Object.fromEntries(
      IDS.flatMap((id) => {
        const changed = prices[id];
        return changed === undefined ? [] : [[id, price(changed, PRICES[id].unit)]];
      }),
    ),
    instances: Object.fromEntries(
      Object.entries(instances).map(([name, { onDemand, spot }]) => [
        name,
        { onDemand: hourly(onDemand), spot: hourly(spot) },
      ]),
    ),
  };
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new CostError(`${path}: not JSON; wanted: { "region": …, "source": …, "date": …, "prices": { … } }`);
    }
    throw new CostError(`${path}: can't be read`);
  }
}

function problem(path: string, issue: z.core.$ZodIssue): string {
  const at = issue.path.join(".");
  if (issue.code === "unrecognized_keys" && at === "prices") {
    return `${path}: prices: ${issue.keys.join(", ")}: no such price; there are: ${IDS.join(", ")}`;
  }
  return `${path}: ${at === "" ? "" : `${at}: `}${issue.message}`;
}

/** Where the schema of the file is in the project. */
export const PRICES_SCHEMA = "docs/schemas/prices.schema.json";

/** The published JSON Schema of a file of prices. */
export function pricesSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(file, { io: "input" }), null, 2)}\n`;
}
