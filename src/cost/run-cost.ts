import type { PriceBook, PriceChanges } from "../catalogue/price-book";
import { changedPrices, PRICE_BOOK } from "../catalogue/price-book";
import type { Plan } from "../plan/plan";
import { names } from "../stress/facts/names";
import { COST_ASSUMPTIONS } from "./assumptions";
import { CostError } from "./cost-error";
import { draftsOf, type Floor, floorOf } from "./floor";
import type { Line } from "./line";
import type { CostReport } from "./report";
import { unpricedOf } from "./unpriced";
import { warningsOf } from "./warnings";

export interface CostProps {
  readonly environment: string;
  /** All of its plans, by the name of their stack or file. */
  readonly plans: ReadonlyMap<string, Plan>;
  /** What a file says of prices. @default - the project's own */
  readonly changes?: PriceChanges | undefined;
  /** USD a month. @default - none */
  readonly budget?: number | undefined;
  /** `"2026-11-28"`. */
  readonly today: string;
}

/**
 * What is to be paid for the plans.
 * @throws CostError where the prices are of another region than the plans
 */
export function runCost({ environment, plans, changes, budget, today }: CostProps): CostReport {
  const all = [...plans.values()];
  const region = regionOf(all);
  const book = bookFor(region, changes);
  const { lines, ...totals } = floorOf(all, book);
  const floor = { ...totals, lines: lines.map(({ kind, ...line }): Line => line) };
  return {
    version: 1,
    ...{ environment, region, pricesOf: book.region, floor },
    unpriced: [...plans].flatMap(([source, plan]) => unpricedOf(plan).map((entry) => ({ source, ...entry }))),
    assumptions: Object.entries(COST_ASSUMPTIONS).map(([id, assumption]) => ({ id, ...assumption })),
    warnings: warningsOf({ drafts: draftsOf(all, book), book, changes, region, today }),
    budget: budget === undefined ? undefined : { perMonth: budget, isKept: floor.perMonth <= budget },
  };
}

/** The floor of plans alone, for a comparison. */
export function floorFor(plans: ReadonlyMap<string, Plan>, changes: PriceChanges | undefined): Floor {
  const all = [...plans.values()];
  return floorOf(all, bookFor(regionOf(all), changes));
}

function bookFor(region: string, changes: PriceChanges | undefined): PriceBook {
  if (changes === undefined) return PRICE_BOOK;
  if (changes.region !== region) {
    throw new CostError(
      `the prices are of ${changes.region}, and what they are for is in ${region}; give prices of ${region}`,
    );
  }
  return changedPrices(PRICE_BOOK, changes);
}

const regionOf = (plans: readonly Plan[]): string => plans.map((plan) => names(plan).region)[0] ?? PRICE_BOOK.region;
