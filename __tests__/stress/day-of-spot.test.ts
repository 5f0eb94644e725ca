import { readPlan } from "../../src/plan/read";
import { assumptions } from "../../src/stress/assumptions";
import { findBoundary } from "../../src/stress/boundaries";
import type { Group } from "../../src/stress/facts/capacity";
import { defaultLoad } from "../../src/stress/load-profile";
import { measure } from "../../src/stress/measured";
import { longestShortfallSince } from "../../src/stress/measures";
import { Platform, type PlatformFacts, platformFacts } from "../../src/stress/model/platform";
import { watchShortfall } from "../../src/stress/model/shortfall";
import { PROTECTIONS } from "../../src/stress/protections";
import { runScenario } from "../../src/stress/run";
import type { Variant } from "../../src/stress/scenario";
import { dayOfSpot } from "../../src/stress/scenarios/day-of-spot";
import { traceOf } from "../../src/stress/spot/pool-trace";
import { poolsOf } from "../../src/stress/spot/pools";
import { synthesized } from "../support/synthesized";

const whole = platformFacts(readPlan(synthesized("production").get("production-platform")));
/** What Spot alone does: the fallback would run On-Demand in its place. */
const production = PROTECTIONS.find(({ id }) => id === "spot-fallback")?.without(whole) ?? whole;
const changed = (change: Partial<Group>): PlatformFacts => ({
  ...production,
  groups: production.groups.map((group) => ({ ...group, ...change })),
});

/** What the first run measures of each claim of a variant, by the claim's own part of its id. */
function measured(variant: string, facts: PlatformFacts): { readonly [claim: string]: number | null | undefined } {
  const { values } = measure(dayOfSpot, { facts, load: defaultLoad, seed: 1 }, 0, 1);
  const prefix = `day-of-spot/${variant}-`;
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, [value]]) =>
      id.startsWith(prefix) ? [[id.slice(prefix.length), value]] : [],
    ),
  );
}

/** Every pool gives what the ticks say, one a quarter of an hour. */
const recorded = (facts: PlatformFacts, ticks: readonly number[]): PlatformFacts => ({
  ...facts,
  spotTraces: poolsOf(facts.groups).map((pool) => ({ ...pool, file: "a.json", trace: traceOf(ticks, 900) })),
});

test("a hard day costs Spot alone requests and tasks, and the base neither", () => {
  const based = measured("hard-day", production);
  expect(based).toMatchObject({ "mostly-spot": 1 });
  expect(based.served).toBeLessThan(0.001);
  expect(based["seldom-reclaimed"]).toBeGreaterThan(0);
  expect(based["zones-independent"]).toBeGreaterThan(4);
  expect(based.saving).toBeGreaterThan(0.5);
  const alone = measured("hard-day", changed({ onDemandBase: 0 }));
  expect(alone.served).toBeGreaterThan(0.001);
  expect(alone.tasks).toBeGreaterThan(600);
  expect(alone.saving).toBeLessThan(0.5);
});

test("with the fallback a hard day runs On-Demand where Spot is dry", () => {
  expect(measured("hard-day", whole)["mostly-spot"]).toBeLessThan(0.5);
});

test("how much of the base can be Spot instead is found, and short of all of it", () => {
  const [boundary] = dayOfSpot.boundaries ?? [];
  if (boundary === undefined) throw new Error("no boundary");
  const { holdsAt, breaksAt } = findBoundary(dayOfSpot, boundary, { facts: production, load: defaultLoad, seed: 1 });
  expect(holdsAt).toBeGreaterThan(0.3);
  expect(breaksAt).toBeLessThan(1);
});

test("what is recorded is what happens: an hour without Spot is an hour of missing tasks", () => {
  const facts = recorded(changed({ onDemandBase: 0 }), [9, 9, 9, 9, 0, 0, 0, 0, 9, 9, 9, 9]);
  const dry = measured("recorded", facts);
  // An hour, two minutes' notice later to go, and some minutes until all have started again.
  expect(dry.tasks).toBeGreaterThan(3300);
  expect(dry.tasks).toBeLessThan(4500);
  expect(dry.served).toBeGreaterThan(0.3);
  expect(dry.served).toBeLessThan(0.45);
  const always = measured("recorded", recorded(changed({ onDemandBase: 0 }), [9, 9, 9, 9]));
  expect(always).toMatchObject({ served: expect.closeTo(0, 6), "seldom-reclaimed": 0, "zones-independent": null });
});

test("without a recording there is none to play, and whoever tries is told so", () => {
  const variant = dayOfSpot.variants.find(({ id }) => id === "recorded") as Variant;
  const play = () => runScenario({ facts: production, load: defaultLoad, seed: 1, scenario: dayOfSpot, variant });
  expect(play).toThrow(/no recording to play; give one with --spot-trace/);
  expect(new Set(Object.values(measured("recorded", production)))).toEqual(new Set([undefined]));
});

test("a pool without a recording gives nothing", () => {
  const facts = recorded(changed({ onDemandBase: 0 }), [9, 9, 9, 9]);
  const only = { ...facts, spotTraces: facts.spotTraces.slice(1, 2) };
  const { first } = measure(dayOfSpot, { facts: only, load: defaultLoad, seed: 1 }, 0, 1);
  const zones = first?.timeline[0]?.samples.filter(({ second }) => second >= 1800).map((sample) => sample.zones);
  expect(zones?.length).toBeGreaterThan(100);
  for (const sample of zones ?? []) expect(Object.keys(sample)).toEqual(["us-east-1b"]);
});

test("all On-Demand there is nothing beyond the base to be Spot", () => {
  const facts = recorded(changed({ onDemandBase: 99 }), [9, 9]);
  expect(measured("recorded", facts)).toMatchObject({ "mostly-spot": null, saving: 1 });
});

test("a shortfall is as long as tasks are missing, to the look, and counts to the end", () => {
  const platform = new Platform({ facts: production, assumptions: assumptions(), seed: 1, load: defaultLoad });
  watchShortfall(platform);
  const measuredSince = (second: number) =>
    longestShortfallSince(second)({ facts: production, platform, samples: [], events: platform.world.trace.entries });
  platform.run(1800);
  for (const group of platform.groups) {
    for (const zone of group.facts.zones) group.closedZones.add(zone);
    for (const instance of [...group.instances]) group.lose(instance, "test");
  }
  platform.run(3600);
  const short = measuredSince(1800);
  expect(short).toBeGreaterThan(1730);
  expect(short).toBeLessThanOrEqual(1800);
  for (const group of platform.groups) group.closedZones.clear();
  platform.run(7200);
  expect(measuredSince(1800)).toBeGreaterThan(1800);
  expect(measuredSince(1800)).toBeLessThan(2700);
  expect(measuredSince(7000)).toBe(0);
});
