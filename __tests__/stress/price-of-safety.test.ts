import { readPlan } from "../../src/plan/read";
import { defaultLoad } from "../../src/stress/load-profile";
import { type PlatformFacts, platformFacts } from "../../src/stress/model/platform";
import { runPriceOfSafety } from "../../src/stress/price-of-safety";
import { dayOfSpot } from "../../src/stress/scenarios/day-of-spot";
import { spotCapacityCollapse } from "../../src/stress/scenarios/spot-capacity-collapse";
import { traceOf } from "../../src/stress/spot/pool-trace";
import { poolsOf } from "../../src/stress/spot/pools";
import { synthesized } from "../support/synthesized";

const demo = platformFacts(readPlan(synthesized("demo").get("demo-platform")));
const priced = (facts: PlatformFacts) =>
  runPriceOfSafety({ facts, load: defaultLoad, seed: 1, scenarios: [dayOfSpot, spotCapacityCollapse] });

test("Spot only is the cheapest and loses claims; the cheapest that loses none is named", () => {
  const price = priced(demo);
  const option = (id: string) => price?.options.find((each) => each.id === id);
  const [onDemand, base, spot] = [option("on-demand"), option("base-spot"), option("spot")];
  expect(onDemand?.availability).toBe(1);
  expect(onDemand?.claimsLost).toEqual([]);
  // Without the fallback nobody brings capacity back; with it nothing is lost.
  expect(base?.claimsLost).toEqual(["spot-capacity-collapse/capacity-back"]);
  expect(option("base-spot-fallback")?.claimsLost).toEqual([]);
  expect(spot?.claimsLost).toContain("day-of-spot/hard-day-served");
  expect(spot?.claimsLost).toContain("spot-capacity-collapse/still-serves");
  expect(spot?.availability).toBeLessThan(0.999);
  expect(spot?.failedRequests).toBeGreaterThan(1000);
  // Two On-Demand of the first type, t3.large, at rest; a spare one; 30 GiB each.
  expect(onDemand?.costPerHour).toBeCloseTo(3 * (0.0832 + (30 * 0.08) / 730), 3);
  expect(onDemand?.costPerHour).toBeGreaterThan(base?.costPerHour ?? Number.NaN);
  expect(base?.costPerHour).toBeGreaterThan(spot?.costPerHour ?? Number.NaN);
  expect(price?.cheapest).toBe("base-spot-fallback");
  expect(price?.trace).toContain("10 days, drawn: Each zone's pools as one of r5.16xlarge");
});

test("on recordings that never fall short, Spot only serves as well; that it can collapse is lost all the same", () => {
  const always = poolsOf(demo.groups).map((pool) => ({ ...pool, file: "a.json", trace: traceOf([5], 6 * 3600) }));
  const price = priced({ ...demo, spotTraces: always });
  const spot = price?.options.find(({ id }) => id === "spot");
  expect(spot?.availability).toBe(1);
  expect(spot?.claimsLost).not.toContain("day-of-spot/recorded-served");
  expect(spot?.claimsLost).toContain("spot-capacity-collapse/still-serves");
  expect(price?.trace).toContain("a.json (t3.large in us-east-1a)");
});

test("a claim that is known to be false isn't counted", () => {
  const claims = spotCapacityCollapse.claims.map((claim) => ({ ...claim, insteadTrue: "something else" }));
  const price = runPriceOfSafety({
    ...{ facts: demo, load: defaultLoad, seed: 1 },
    scenarios: [{ ...spotCapacityCollapse, claims }],
  });
  expect(price?.options.map(({ claimsLost }) => claimsLost)).toEqual([[], [], [], []]);
  expect(price?.cheapest).toBe("spot");
});

test("a plan without Spot has no price of it", () => {
  const groups = demo.groups.map((group) => ({ ...group, onDemandPercentageAboveBase: 100 }));
  expect(priced({ ...demo, groups })).toBeNull();
});
