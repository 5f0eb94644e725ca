import { type InstanceType, instanceType } from "../../../src/catalogue/instance-types";
import { readPlan } from "../../../src/plan/read";
import { assumptions } from "../../../src/stress/assumptions";
import type { Group, SpotAllocation } from "../../../src/stress/facts/capacity";
import { defaultLoad } from "../../../src/stress/load-profile";
import type { Instance } from "../../../src/stress/model/instance";
import { Platform, type PlatformFacts, platformFacts } from "../../../src/stress/model/platform";
import { SpotMarket } from "../../../src/stress/model/spot-market";
import { World } from "../../../src/stress/model/world";
import { failedRequests } from "../../support/failed-requests";
import { synthesized } from "../../support/synthesized";

const ZONE = "us-east-1a";
// The third is the cheapest, then the second, the first.
const TYPES = ["m7i.large", "m5a.large", "m5.large"].map((name) => instanceType(name) as InstanceType);

function taken(allocation: SpotAllocation, depths: readonly (number | undefined)[], count: number) {
  const market = new SpotMarket(new World(1, assumptions()));
  TYPES.forEach(({ name }, index) => {
    market.setCapacity(name, ZONE, depths[index]);
  });
  const names = Array.from({ length: count }, () => market.take(TYPES, ZONE, allocation)?.name ?? "none");
  return TYPES.map(({ name }) => names.filter((other) => other === name).length).concat(
    names.filter((name) => name === "none").length,
  );
}

describe("of the pools of a zone", () => {
  test("lowest-price spreads over the two cheapest, however shallow", () => {
    const [first, second = 0, third = 0] = taken("lowest-price", [undefined, undefined, undefined], 100);
    expect(first).toBe(0);
    expect(Math.min(second, third)).toBeGreaterThan(30);
    expect(taken("lowest-price", [100, 1, 1], 4)).toEqual([2, 1, 1, 0]);
  });

  test("capacity-optimized takes the deepest", () => {
    expect(taken("capacity-optimized", [9, 4, 1], 5)).toEqual([5, 0, 0, 0]);
    expect(taken("capacity-optimized-prioritized", [1, 4, 9], 5)).toEqual([0, 0, 5, 0]);
  });

  test("price-capacity-optimized takes the cheapest of those that are at least half as deep as the deepest", () => {
    expect(taken("price-capacity-optimized", [undefined, undefined, undefined], 9)).toEqual([0, 0, 9, 0]);
    expect(taken("price-capacity-optimized", [100, 60, 10], 9)).toEqual([0, 9, 0, 0]);
    expect(taken("price-capacity-optimized", [100, 4, 3], 9)).toEqual([9, 0, 0, 0]);
  });

  test.each(["lowest-price", "capacity-optimized", "price-capacity-optimized"] as const)(
    "none is taken beyond what they hold, by %s",
    (allocation) => expect(taken(allocation, [3, 0, 2], 9)).toEqual([3, 0, 2, 4]),
  );
});

test("what is released can be taken again, unless the pool gives no more than is left", () => {
  const market = new SpotMarket(new World(1, assumptions()));
  const [type] = TYPES as [InstanceType];
  const take = () => market.take([type], ZONE, "lowest-price")?.name;
  market.setCapacity(type.name, ZONE, 1);
  expect([take(), take()]).toEqual([type.name, undefined]);
  market.release(type.name, ZONE);
  expect(take()).toBe(type.name);
  market.setCapacity(type.name, ZONE, undefined);
  market.limit(type.name, ZONE, 1);
  expect([take(), take()]).toEqual([type.name, undefined]);
  market.release(type.name, ZONE);
  expect(take()).toBeUndefined();
});

const production = platformFacts(readPlan(synthesized("production").get("production-platform")));
const changed = (change: Partial<Group>): PlatformFacts => ({
  ...production,
  groups: production.groups.map((group) => ({ ...group, ...change })),
});

/** A platform at rest, all of Spot, and a Spot instance of it that has tasks. */
function atRest(facts: PlatformFacts) {
  const platform = new Platform({ facts, assumptions: assumptions(), seed: 1, load: defaultLoad });
  platform.run(1800);
  const group = platform.groups[0];
  const instance = [...(group?.instances ?? [])].find(({ market, tasks }) => market === "spot" && tasks.size > 0);
  if (group === undefined || instance === undefined) throw new Error("no Spot instance with tasks");
  const happened = (subject: string, kind: string) =>
    platform.world.trace.entries.find((entry) => entry.subject === subject && entry.kind === kind)?.time;
  return { platform, group, instance, happened };
}

const launchedSince = (instances: Iterable<Instance>, second: number) =>
  [...instances].filter(({ launchedAt }) => launchedAt >= second);

describe("a recommendation to rebalance", () => {
  test("with capacity rebalance: another instance first, then the tasks move, then the old one ends", () => {
    const { platform, group, instance, happened } = atRest(changed({ onDemandBase: 0 }));
    const { size } = group.instances;
    group.recommendRebalance(instance);
    expect(group.instances.size).toBe(size + 1);
    expect([instance.isDraining, instance.state]).toEqual([false, "registered"]);
    platform.run(3600);
    const [replacement] = launchedSince(group.launched, 1800) as [Instance];
    const registered = happened(replacement.id, "instance-registered") ?? Number.NaN;
    expect(registered).toBeGreaterThan(1840);
    // Its tasks have others first, and a deregistration delay of 30 s.
    expect(instance.goneAt).toBeGreaterThan(registered + 30);
    expect(instance.goneAt).toBeLessThan(registered + 300);
    const end = platform.world.trace.entries.find(
      ({ kind, subject }) => kind === "instance-gone" && subject === instance.id,
    );
    expect(end?.detail).toBe("capacity rebalance");
    expect(happened(instance.id, "spot-notice")).toBeUndefined();
    expect(failedRequests(platform)).toBeLessThan(0.5);
  });

  test("the group may have more instances than its maximum meanwhile", () => {
    const facts = changed({ onDemandBase: 0 });
    const { group, instance } = atRest({
      ...facts,
      groups: facts.groups.map((each) => ({ ...each, max: 4, desired: 4 })),
    });
    expect(group.instances.size).toBe(4);
    group.recommendRebalance(instance);
    expect([group.desired, group.instances.size]).toEqual([4, 5]);
  });

  test("none ends before there are as many others as are desired", () => {
    const { platform, group, happened } = atRest(changed({ onDemandBase: 0 }));
    const old = [...group.instances];
    for (const instance of old) group.recommendRebalance(instance);
    platform.run(3600);
    const others = launchedSince(group.launched, 1800).map(({ id }) => happened(id, "instance-registered") ?? 0);
    expect(others).toHaveLength(old.length);
    for (const { goneAt } of old) expect(goneAt).toBeGreaterThanOrEqual(Math.max(...others));
  });

  test("without managed draining its tasks are cut off when the other one is there", () => {
    const { platform, group, instance, happened } = atRest(changed({ onDemandBase: 0, managedDraining: false }));
    group.recommendRebalance(instance);
    platform.run(3600);
    const [replacement] = launchedSince(group.launched, 1800) as [Instance];
    expect(instance.goneAt).toBe(happened(replacement.id, "instance-registered"));
    expect(failedRequests(platform)).toBeGreaterThan(0.5);
  });

  test("without capacity rebalance nothing happens", () => {
    const { platform, group, instance } = atRest(changed({ onDemandBase: 0, capacityRebalance: false }));
    group.recommendRebalance(instance);
    platform.run(3600);
    expect(launchedSince(group.launched, 1800)).toEqual([]);
    expect(instance.state).toBe("registered");
  });

  test("while no pool gives an instance the old one serves on, to its notice", () => {
    const { platform, group, instance, happened } = atRest(changed({ onDemandBase: 0 }));
    for (const { name } of group.facts.types) {
      for (const zone of group.facts.zones) platform.market.limit(name, zone, 0);
    }
    group.recommendRebalance(instance);
    platform.run(2400);
    expect([instance.state, instance.isDraining]).toEqual(["registered", false]);
    group.reclaim(instance);
    group.reclaim(instance);
    platform.run(3000);
    expect(instance.goneAt).toBe(2520);
    expect(platform.world.trace.entries.filter(({ kind }) => kind === "spot-notice")).toHaveLength(1);
    expect(happened(instance.id, "rebalance-recommendation")).toBe(1800);
  });
});

test("a notice without a recommendation before it brings one", () => {
  const { group, instance, happened } = atRest(changed({ onDemandBase: 0 }));
  const { size } = group.instances;
  group.reclaim(instance);
  expect(happened(instance.id, "rebalance-recommendation")).toBe(1800);
  expect(group.instances.size).toBe(size + 1);
});
