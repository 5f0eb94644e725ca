import type { PriceBook, PriceChanges } from "../catalogue/price-book";
import { changedPrices, PRICE_BOOK } from "../catalogue/price-book";
import type { Plan } from "../plan/plan";
import { names } from "../stress/facts/names";
import { defaultLoad, type LoadProfile } from "../stress/load-profile";
import { platformFacts } from "../stress/model/platform";
import type { Scenario } from "../stress/scenario";
import { COST_ASSUMPTIONS } from "./assumptions";
import { findCheapest } from "./cheapest";
import { CostError } from "./cost-error";
import { draftsOf, type Floor, floorOf } from "./floor";
import type { Line } from "./line";
import type { CostReport } from "./report";
import { runLevers } from "./run-levers";
import type { Setting } from "./setting";
import { ordinaryMonth, trafficCosts } from "./traffic";
import { runningPlan, Trial } from "./trial";
import { unpricedOf } from "./unpriced";
import { warningsOf } from "./warnings";

export interface CostProps {
  readonly environment: string;
  /** All of its plans, by the name of their stack or file. */
  readonly plans: ReadonlyMap<string, Plan>;
  /** What a file says of prices. @default - the project's own */
  readonly changes?: PriceChanges | undefined;
  /** The load of each service. @default - what their scaling is made for */
  readonly load?: LoadProfile | undefined;
  /** Whether levers are tried out, and the cheapest setting is looked for; else `undefined`. */
  readonly levers?: LeverProps | undefined;
  /** USD a month. @default - none */
  readonly budget?: number | undefined;
  /** `"2026-11-28"`. */
  readonly today: string;
}

export interface LeverProps {
  /** Whose claims are to be kept. */
  readonly scenarios: readonly Scenario[];
  readonly rulesBroken?: (plans: ReadonlyMap<string, Plan>) => ReadonlySet<string>;
  /** Told before each run of the suite. */
  readonly onRun?: () => void;
}

/**
 * What is to be paid for the plans.
 * @throws CostError where the prices are of another region than the plans
 */
export function runCost(props: CostProps): CostReport {
  const { environment, plans, changes, budget, today, load = defaultLoad } = props;
  const all = [...plans.values()];
  const region = regionOf(all);
  const book = bookFor(region, changes);
  const { lines, ...totals } = floorOf(all, book);
  const floor = { ...totals, lines: lines.map(({ kind, ...line }): Line => line) };
  const setting = { plans, book };
  const running = runningPlan(setting);
  const traffic =
    running === undefined ? [] : trafficCosts({ facts: platformFacts(running), load, seed: TRAFFIC_SEED }, book);
  const warnings = warningsOf({ drafts: draftsOf(all, book), book, changes, region, today });
  return {
    version: 1,
    ...{ environment, region, pricesOf: book.region, floor },
    ...(running === undefined || props.levers === undefined
      ? { levers: [], cheapest: undefined }
      : tried(setting, load, props.levers)),
    traffic,
    ordinaryMonth: running === undefined ? undefined : ordinaryMonth(floor.perMonth, traffic),
    unpriced: [...plans].flatMap(([source, plan]) => unpricedOf(plan).map((entry) => ({ source, ...entry }))),
    assumptions: Object.entries(COST_ASSUMPTIONS).map(([id, assumption]) => ({ id, ...assumption })),
    warnings: running === undefined ? [...warnings, NOTHING_RUNS] : warnings,
    budget: budget === undefined ? undefined : { perMonth: budget, isKept: floor.perMonth <= budget },
  };
}

const TRAFFIC_SEED = 1;

const NOTHING_RUNS =
  "No ECS service of it runs on instances: what traffic adds isn't known, and no lever can be tried out.";

function tried(
  setting: Setting,
  load: LoadProfile,
  { scenarios, rulesBroken, onRun }: LeverProps,
): Pick<CostReport, "levers" | "cheapest"> {
  const trial = new Trial({ setting, scenarios, load, onRun });
  return { levers: runLevers(trial, setting, rulesBroken), cheapest: findCheapest(trial, setting) };
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
