import { onDemandPrice, spotPrice } from "../../src/catalogue/prices";
import { readPlan } from "../../src/plan/read";
import { assumptions } from "../../src/stress/assumptions";
import { defaultLoad } from "../../src/stress/load-profile";
import { Platform, platformFacts } from "../../src/stress/model/platform";
import { costPerHour, runningCostPerHour } from "../../src/stress/running-cost";
import { synthesized } from "../support/synthesized";

const facts = platformFacts(readPlan(synthesized("production").get("production-platform")));
/** 30 GiB of gp3 at 0.08 USD a month of 730 hours. */
const VOLUME = (30 * 0.08) / 730;

function platformOf() {
  return new Platform({ facts, assumptions: assumptions(), seed: 1, load: defaultLoad });
}

test("what runs costs its types' prices, and a volume each", () => {
  const platform = platformOf();
  platform.run(1800);
  const instances = platform.groups.flatMap((group) => [...group.instances]);
  expect(new Set(instances.map(({ market }) => market))).toEqual(new Set(["on-demand", "spot"]));
  const wanted = instances.reduce((sum, { type, market }) => {
    return sum + (market === "spot" ? spotPrice(type) : onDemandPrice(type)).amount + VOLUME;
  }, 0);
  expect(runningCostPerHour(platform)).toBeCloseTo(wanted, 9);
});

test("an instance is paid for as long as it was there", () => {
  const platform = platformOf();
  const [group] = platform.groups;
  const [first] = group?.instances ?? [];
  if (group === undefined || first === undefined) throw new Error("no instance");
  const before = runningCostPerHour(platform);
  // A group that launches nothing more: what is left is what is paid for.
  for (const zone of group.facts.zones) group.closedZones.add(zone);
  platform.world.simulation.scheduleAt(1800, () => group.lose(first, "test"));
  platform.run(3600);
  const own = (first.market === "spot" ? spotPrice(first.type) : onDemandPrice(first.type)).amount + VOLUME;
  expect(costPerHour(platform, 0)).toBeCloseTo(before - own / 2, 9);
  expect(costPerHour(platform, 1800)).toBeCloseTo(before - own, 9);
  expect(costPerHour(platform, 0, 1800)).toBeCloseTo(before, 9);
});
