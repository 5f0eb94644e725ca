import { isDeepStrictEqual } from "node:util";
import type { Group } from "./facts/capacity";
import type { Subject } from "./measured";
import type { PlatformFacts } from "./model/platform";
import { type Outcomes, outcomesOf } from "./outcomes";
import { PROTECTIONS } from "./protections";
import type { PriceOfSafety } from "./report";
import { runScenario } from "./run";
import { costPerHour } from "./running-cost";
import { type Scenario, START_SECONDS } from "./scenario";
import { dayOfSpot } from "./scenarios/day-of-spot";

/** Days that are drawn, with a seed each; recordings are played once. */
const DAYS = 10;

type Option = PriceOfSafety["options"][number];

/** A way to run the plan, and its facts then. */
interface Setting {
  readonly id: string;
  readonly title: string;
  readonly facts: PlatformFacts;
}

/**
 * What safety costs: the plan with all of its instances On-Demand, as it is, without its fallback, and with Spot only, on
 * the same Spot traces; and what of the claims each of them loses.
 * @param props the scenarios are those whose claims count, unless they are known to be false
 * @returns `null`: no group runs Spot
 */
export function runPriceOfSafety(props: Subject & { readonly scenarios: readonly Scenario[] }): PriceOfSafety | null {
  const { scenarios, ...subject } = props;
  const { facts } = subject;
  if (dayOfSpot.inapplicable?.(facts) !== undefined) return null;
  const variant = dayOfSpot.variants.find(({ id }) => id === (facts.spotTraces.length > 0 ? "recorded" : "hard-day"));
  if (variant === undefined) throw new Error("day-of-spot has no such variant");
  const required = new Set(
    scenarios.flatMap(({ claims }) => claims.flatMap(({ id, insteadTrue }) => (insteadTrue === undefined ? [id] : []))),
  );
  const whole = outcomesOf(scenarios, subject);
  const options = settingsOf(facts).map(({ id, title, facts: changed }): Option => {
    const own = changed === facts ? whole : outcomesOf(scenarios, { ...subject, facts: changed });
    return { id, title, ...daysOf(variant, { ...subject, facts: changed }), claimsLost: lost(whole, own, required) };
  });
  const safe = options.filter(({ claimsLost }) => claimsLost.length === 0);
  const [cheapest] = [...safe].sort((a, b) => a.costPerHour - b.costPerHour);
  return { trace: traceOf(facts, variant.title), options, cheapest: cheapest?.id ?? null };
}

function settingsOf(facts: PlatformFacts): readonly Setting[] {
  const bare = PROTECTIONS.find(({ id }) => id === "spot-fallback")?.without(facts) ?? facts;
  const hasFallback = !isDeepStrictEqual(bare, facts);
  const withGroups = (change: Partial<Group>): PlatformFacts => ({
    ...bare,
    groups: bare.groups.map((group) => ({ ...group, ...change })),
  });
  return [
    { id: "on-demand", title: "All On-Demand", facts: withGroups({ onDemandPercentageAboveBase: 100 }) },
    ...(hasFallback ? [{ id: "base-spot-fallback", title: "Base, Spot and the fallback to On-Demand", facts }] : []),
    { id: "base-spot", title: "Base and Spot", facts: hasFallback ? bare : facts },
    { id: "spot", title: "Spot only", facts: withGroups({ onDemandBase: 0, onDemandPercentageAboveBase: 0 }) },
  ];
}

/** What days of the market cost. */
function daysOf(
  variant: Scenario["variants"][number],
  subject: Subject,
): Pick<Option, "availability" | "failedRequests" | "costPerHour"> {
  const days = subject.facts.spotTraces.length > 0 ? 1 : DAYS;
  const runs = Array.from({ length: days }, (_, day) => {
    const run = runScenario({ ...subject, scenario: dayOfSpot, variant, seed: subject.seed + day });
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

/** Claims that held, and don't. */
function lost(whole: Outcomes, own: Outcomes, required: ReadonlySet<string>): readonly string[] {
  return [...own].flatMap(([id, { holds }]) => (required.has(id) && whole.get(id)?.holds && !holds ? [id] : []));
}

function traceOf({ spotTraces }: PlatformFacts, title: string): string {
  if (spotTraces.length === 0) return `${DAYS} days, drawn: ${title}`;
  return `Recorded: ${spotTraces.map(({ file, type, zone }) => `${file} (${type} in ${zone})`).join(", ")}`;
}
