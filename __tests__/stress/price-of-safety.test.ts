import { readPlan } from "../../src/plan/read";
import { defaultLoad } from "../../src/stress/load-profile";
import { type PlatformFacts, platformFacts } from "../../src/stress/model/platform";
import { priceOf, priceOfSafety, SETTINGS } from "../../src/stress/price-of-safety";
import type { PriceOfSafety } from "../../src/stress/report";
import type { Scenario } from "../../src/stress/scenario";
import { dayOfSpot } from "../../src/stress/scenarios/day-of-spot";
import { spotCapacityCollapse } from "../../src/stress/scenarios/spot-capacity-collapse";
import { traceOf } from "../../src/stress/spot/pool-trace";
import { poolsOf } from "../../src/stress/spot/pools";
import { synthesized } from "../support/synthesized";

const demo = platformFacts(readPlan(synthesized("demo").get("demo-platform")));

function priced(
  facts: PlatformFacts,
  scenarios: readonly Scenario[] = [dayOfSpot, spotCapacityCollapse],
): PriceOfSafety | null {
  const subject = { facts, load: defaultLoad, seed: 1 };
  const answers = SETTINGS.map((setting) => [setting.id, priceOf(setting, scenarios, subject)] as const);
  const spotTraces = facts.spotTraces.map(({ trace, ...pool }) => ({ ...pool, seconds: trace.seconds }));
  return priceOfSafety(answers, { scenarios, spotTraces });
}

test("Spot only is the cheapest and breaks claims; the cheapest that breaks none is named", () => {
  const price = priced(demo);
  const option = (id: string) => price?.options.find((each) => each.id === id);
  const [onDemand, base, spot] = [option("on-demand"), option("base-spot"), option("spot")];
  expect(onDemand?.availability).toBe(1);
  expect(onDemand?.claimsBroken).toEqual([]);
  // Without the fallback nobody brings capacity back; with it nothing is broken.
  expect(base?.claimsBroken).toEqual(["spot-capacity-collapse/capacity-back"]);
  expect(option("base-spot-fallback")?.claimsBroken).toEqual([]);
  expect(spot?.claimsBroken).toContain("day-of-spot/hard-day-served");
  expect(spot?.claimsBroken).toContain("spot-capacity-collapse/still-serves");
  expect(spot?.availability).toBeLessThan(0.999);
  expect(spot?.failedRequests).toBeGreaterThan(1000);
  // Two On-Demand of the first type, t3.large, at rest; a spare one; 30 GiB each.
  expect(onDemand?.costPerHour).toBeCloseTo(3 * (0.0832 + (30 * 0.08) / 730), 3);
  expect(onDemand?.costPerHour).toBeGreaterThan(base?.costPerHour ?? Number.NaN);
  expect(base?.costPerHour).toBeGreaterThan(spot?.costPerHour ?? Number.NaN);
  expect(price?.cheapest).toBe("base-spot-fallback");
  expect(price?.trace).toContain("10 days, drawn: Each zone's pools as one of r5.16xlarge");
});

test("on recordings that never fall short, Spot only serves as well; that it can collapse breaks claims all the same", () => {
  const always = poolsOf(demo.groups).map((pool) => ({ ...pool, file: "a.json", trace: traceOf([5], 6 * 3600) }));
  const price = priced({ ...demo, spotTraces: always });
  const spot = price?.options.find(({ id }) => id === "spot");
  expect(spot?.availability).toBe(1);
  expect(spot?.claimsBroken).not.toContain("day-of-spot/recorded-served");
  expect(spot?.claimsBroken).toContain("spot-capacity-collapse/still-serves");
  expect(price?.trace).toContain("a.json (t3.large in us-east-1a)");
});

test("what a setting costs and serves depends on the trace, unless it has no Spot", () => {
  const played = (counts: readonly number[]) => {
    const recorded = poolsOf(demo.groups).map((pool) => ({ ...pool, file: "a.json", trace: traceOf(counts, 3600) }));
    const { options = [] } = priced({ ...demo, spotTraces: recorded }, []) ?? {};
    return new Map(options.map((option) => [option.id, option]));
  };
  const [always, atTimes] = [played([5, 5, 5, 5, 5, 5]), played([5, 5, 0, 0, 0, 0])];
  for (const id of ["base-spot", "spot"]) expect(atTimes.get(id)?.costPerHour).not.toBe(always.get(id)?.costPerHour);
  expect(atTimes.get("spot")?.failedRequests).toBeGreaterThan(1000);
  // In place of Spot runs what costs more.
  const dearer = (id: string) => (atTimes.get(id)?.costPerHour ?? 0) / (always.get(id)?.costPerHour ?? 0);
  expect(dearer("base-spot-fallback")).toBeGreaterThan(1.1);
  expect(atTimes.get("on-demand")).toEqual(always.get("on-demand"));
});

test("a claim that is known to be false isn't counted", () => {
  const claims = spotCapacityCollapse.claims.map((claim) => ({ ...claim, insteadTrue: "something else" }));
  const price = priced(demo, [{ ...spotCapacityCollapse, claims }]);
  expect(price?.options.map(({ claimsBroken }) => claimsBroken)).toEqual([[], [], [], []]);
  expect(price?.cheapest).toBe("spot");
});

test("a plan without Spot has no price of it", () => {
  const groups = demo.groups.map((group) => ({ ...group, onDemandPercentageAboveBase: 100 }));
  expect(priced({ ...demo, groups })).toBeNull();
});
