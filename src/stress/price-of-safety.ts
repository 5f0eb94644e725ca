import { isDeepStrictEqual } from "node:util";
import type { Group } from "./facts/capacity";
import type { Subject } from "./measured";
import type { PlatformFacts } from "./model/platform";
import { type Outcome, outcomesOf } from "./outcomes";
import { PROTECTIONS } from "./protections";
import type { PriceOfSafety, SpotTraceUse } from "./report";
import { isBroken } from "./results";
import { runScenario } from "./run";
import { costPerHour } from "./running-cost";
import { type Scenario, START_SECONDS, type Variant } from "./scenario";
import { dayOfSpot } from "./scenarios/day-of-spot";

/** Days that are drawn, with a seed each; recordings are played once. */
export const DAYS = 10;

/** A way to run the plan. */
export interface Setting {
  readonly id: string;
  readonly title: string;
  /** The plan's facts then; `undefined`: the plan can't be run so. */
  of(facts: PlatformFacts): PlatformFacts | undefined;
}

/** From the dearest to what is thought to be the cheapest. */
export const SETTINGS: readonly Setting[] = [
  {
    id: "on-demand",
    title: "All On-Demand",
    of: (facts) => withGroups(withoutFallback(facts), { onDemandPercentageAboveBase: 100 }),
  },
  {
    id: "base-spot-fallback",
    title: "Base, Spot and the fallback to On-Demand",
    of: (facts) => (isDeepStrictEqual(withoutFallback(facts), facts) ? undefined : facts),
  },
  { id: "base-spot", title: "Base and Spot", of: withoutFallback },
  {
    id: "spot",
    title: "Spot only",
    of: (facts) => withGroups(withoutFallback(facts), { onDemandBase: 0, onDemandPercentageAboveBase: 0 }),
  },
];

function withoutFallback(facts: PlatformFacts): PlatformFacts {
  return PROTECTIONS.find(({ id }) => id === "spot-fallback")?.without(facts) ?? facts;
}

const withGroups = (facts: PlatformFacts, change: Partial<Group>): PlatformFacts => ({
  ...facts,
  groups: facts.groups.map((group) => ({ ...group, ...change })),
});

type Option = PriceOfSafety["options"][number];

/** What a setting costs and serves, and what the first run of each scenario says of it. */
export interface Priced extends Pick<Option, "availability" | "failedRequests" | "costPerHour"> {
  /** By claim's id. */
  readonly outcomes: readonly (readonly [string, Outcome])[];
}

/**
 * Runs a setting on the traces that all of them ride, and on every scenario.
 * @returns `null`: no group runs Spot, or the plan can't be run so
 */
export function priceOf(setting: Setting, scenarios: readonly Scenario[], subject: Subject): Priced | null {
  if (dayOfSpot.inapplicable?.(subject.facts) !== undefined) return null;
  const facts = setting.of(subject.facts);
  if (facts === undefined) return null;
  const own = { ...subject, facts };
  return { ...daysOf(own), outcomes: [...outcomesOf(scenarios, own)] };
}

/** What days of the market cost. */
function daysOf(subject: Subject): Omit<Priced, "outcomes"> {
  const { spotTraces } = subject.facts;
  const days = spotTraces.length > 0 ? 1 : DAYS;
  const runs = Array.from({ length: days }, (_, day) => {
    const seed = subject.seed + day;
    const run = runScenario({ ...subject, scenario: dayOfSpot, variant: variantFor(spotTraces), seed });
    const samples = run.samples.filter(({ second }) => second > START_SECONDS);
    return {
      requests: samples.reduce((sum, { requests }) => sum + requests, 0),
      failed: samples.reduce((sum, { failedRequests }) => sum + failedRequests, 0),
      cost: costPerHour(run.platform, START_SECONDS),
    };
  });
  const sumOf = (figure: "requests" | "failed" | "cost") => runs.reduce((sum, run) => sum + run[figure], 0);
  const requests = sumOf("requests");
  return {
    availability: requests === 0 ? 1 : 1 - sumOf("failed") / requests,
    failedRequests: sumOf("failed"),
    costPerHour: sumOf("cost") / days,
  };
}

/** The day that all settings live through. */
function variantFor(spotTraces: readonly unknown[]): Variant {
  const wanted = spotTraces.length > 0 ? "recorded" : "hard-day";
  const variant = dayOfSpot.variants.find(({ id }) => id === wanted);
  if (variant === undefined) throw new Error(`day-of-spot has no variant ${wanted}`);
  return variant;
}

/**
 * What safety costs: the plan with all of its instances On-Demand, as it is, without its fallback, and with Spot only, on
 * the same Spot traces; and which of the claims that should hold don't then.
 * @param priced each setting by its id, with what came of it
 * @returns `null`: nothing came of any
 */
export function priceOfSafety(
  priced: readonly (readonly [setting: string, Priced | null])[],
  { scenarios, spotTraces }: { readonly scenarios: readonly Scenario[]; readonly spotTraces: readonly SpotTraceUse[] },
): PriceOfSafety | null {
  const claims = new Map(scenarios.flatMap((scenario) => scenario.claims).map((claim) => [claim.id, claim]));
  const options = SETTINGS.flatMap(({ id, title }): readonly Option[] => {
    const own = priced.find(([setting]) => setting === id)?.[1];
    if (!own) return [];
    const { outcomes, ...figures } = own;
    const broken = outcomes.filter(([claim, { holds }]) =>
      isBroken({ holds, insteadTrue: claims.get(claim)?.insteadTrue }),
    );
    return [{ id, title, ...figures, claimsBroken: broken.map(([claim]) => claim) }];
  });
  if (options.length === 0) return null;
  const safe = options.filter(({ claimsBroken }) => claimsBroken.length === 0);
  const [cheapest] = [...safe].sort((a, b) => a.costPerHour - b.costPerHour);
  return { trace: traceOf(spotTraces), options, cheapest: cheapest?.id ?? null };
}

function traceOf(spotTraces: readonly SpotTraceUse[]): string {
  if (spotTraces.length === 0) return `${DAYS} days, drawn: ${variantFor(spotTraces).title}`;
  return `Recorded: ${spotTraces.map(({ file, type, zone }) => `${file} (${type} in ${zone})`).join(", ")}`;
}
