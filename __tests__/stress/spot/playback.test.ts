import fc from "fast-check";
import { readPlan } from "../../../src/plan/read";
import { assumptions } from "../../../src/stress/assumptions";
import { defaultLoad } from "../../../src/stress/load-profile";
import { Platform, type PlatformFacts, platformFacts } from "../../../src/stress/model/platform";
import { PROTECTIONS } from "../../../src/stress/protections";
import { closePools, playTraces } from "../../../src/stress/spot/playback";
import { traceOf } from "../../../src/stress/spot/pool-trace";
import { poolsOf } from "../../../src/stress/spot/pools";
import { synthesized } from "../../support/synthesized";

const whole = platformFacts(readPlan(synthesized("production").get("production-platform")));
/** What pools alone do: the fallback would run On-Demand in their place. */
const production = PROTECTIONS.find(({ id }) => id === "spot-fallback")?.without(whole) ?? whole;
/** All of Spot, and so many of it at any time. */
const spotOnly = (instances: number): PlatformFacts => ({
  ...production,
  groups: production.groups.map((group) => ({
    ...group,
    ...{
      onDemandBase: 0,
      min: instances,
      desired: instances,
      max: instances,
      managedScaling: undefined,
      schedules: [],
    },
  })),
});
const pools = poolsOf(production.groups);

function platformOf(facts: PlatformFacts, seed = 1) {
  return new Platform({ facts, assumptions: assumptions(), seed, load: defaultLoad });
}

const events = (platform: Platform, kind: string) =>
  platform.world.trace.entries.filter((entry) => entry.kind === kind);

test("the pools of a group are those of the first type in every zone, then of the next", () => {
  expect(pools.slice(0, 4)).toEqual([
    { type: "m6i.large", zone: "us-east-1a" },
    { type: "m6i.large", zone: "us-east-1b" },
    { type: "m6i.large", zone: "us-east-1c" },
    { type: "m6a.large", zone: "us-east-1a" },
  ]);
  expect(pools).toHaveLength(15);
  expect(poolsOf([...production.groups, ...production.groups])).toHaveLength(15);
  expect(poolsOf(production.groups.map((group) => ({ ...group, onDemandPercentageAboveBase: 100 })))).toEqual([]);
});

test("a pool that goes dry loses all of its instances within three minutes, warned of before", () => {
  const facts = spotOnly(9);
  // With it some would be gone before their notice.
  const platform = platformOf({
    ...facts,
    groups: facts.groups.map((group) => ({ ...group, capacityRebalance: false })),
  });
  const [first, ...others] = pools;
  closePools(
    platform,
    others.filter(({ zone }) => zone === first?.zone),
  );
  playTraces(platform, first ? [{ ...first, trace: traceOf([9, 0], 3600) }] : [], 1800);
  platform.run(9000);
  const notices = events(platform, "spot-notice").filter(
    ({ time, detail }) => time > 1800 && detail === "m6i.large in us-east-1a",
  );
  expect(notices).toHaveLength(3);
  for (const { time, subject } of notices) {
    expect(time).toBeGreaterThanOrEqual(5400);
    expect(time).toBeLessThanOrEqual(5580);
    const warned =
      events(platform, "rebalance-recommendation").find((entry) => entry.subject === subject)?.time ?? Number.NaN;
    expect(warned).toBeLessThan(5400);
    expect(warned).toBeGreaterThanOrEqual(4800);
    const gone = events(platform, "instance-gone").find((entry) => entry.subject === subject)?.time ?? Number.NaN;
    expect(gone).toBeLessThanOrEqual(time + 120);
  }
  expect(new Set(notices.map(({ time }) => time)).size).toBe(3);
  // In the zones that have Spot the group is whole again.
  const zones = platform.groups.flatMap((group) => group.staying.map(({ zone }) => zone));
  expect([zones.length, zones.includes("us-east-1a")]).toEqual([9, false]);
});

test("from the recommendation on nothing is launched in a pool that will go dry", () => {
  const platform = platformOf(spotOnly(9));
  playTraces(
    platform,
    pools.map((pool) => ({ ...pool, trace: traceOf(pool.type === "m5.large" ? [9, 0] : [9], 3600) })),
    1800,
  );
  platform.run(9000);
  const warned = events(platform, "rebalance-recommendation").map(({ time }) => time);
  expect(warned.length).toBeGreaterThanOrEqual(9);
  const launched = platform.groups.flatMap((group) => group.launched);
  for (const zone of production.groups[0]?.zones ?? []) {
    const [first = Number.NaN] = events(platform, "rebalance-recommendation")
      .filter(({ detail }) => detail === `m5.large in ${zone}`)
      .map(({ time }) => time);
    const later = launched.filter((instance) => instance.zone === zone && instance.launchedAt >= first);
    expect(later.map(({ type }) => type.name)).not.toContain("m5.large");
    expect(later.length).toBeGreaterThan(0);
  }
});

test("what a pool still gives stays, and what it gives again is taken", () => {
  const platform = platformOf(spotOnly(9));
  const traces = pools.map((pool) => ({
    ...pool,
    trace: traceOf(pool.type === "m5.large" ? [4, 1, 1, 4] : [0, 0, 0, 0], 3600),
  }));
  playTraces(platform, traces, 1800);
  const running = (second: number) => {
    platform.run(second);
    return platform.groups.flatMap((group) => group.staying).length;
  };
  // Before the drop is told.
  expect([running(4700), running(1800 + 7100), running(1800 + 3 * 3600 + 900)]).toEqual([9, 3, 9]);
});

test("however pools go, none holds more for longer than notice and kill take, and each reclaim is told", () => {
  const ticks = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(fc.nat(1000), fc.array(ticks, { minLength: 15, maxLength: 15 }), (seed, data) => {
      const platform = platformOf(spotOnly(8), seed);
      playTraces(
        platform,
        pools.map((pool, index) => ({ ...pool, trace: traceOf(data[index] ?? [0], 900) })),
        1800,
      );
      for (let tick = 1; tick < 12; tick += 1) {
        // 300 s after a change all that it takes are gone, and nothing else has changed.
        platform.run(1800 + tick * 900 + 301);
        pools.forEach(({ type, zone }, index) => {
          const most = Math.max(...(data[index] ?? []));
          const given = data[index]?.[Math.min(tick, (data[index]?.length ?? 1) - 1)] ?? 0;
          const running = platform.groups.flatMap((group) =>
            [...group.instances].filter((instance) => instance.type.name === type && instance.zone === zone),
          );
          if (given < most || most === 0) expect(running.length).toBeLessThanOrEqual(given);
        });
      }
      const notices = events(platform, "spot-notice").map(({ subject }) => subject);
      expect(new Set(notices).size).toBe(notices.length);
      const warned = new Set(events(platform, "rebalance-recommendation").map(({ subject }) => subject));
      expect(notices.every((subject) => warned.has(subject))).toBe(true);
    }),
    { numRuns: 15 },
  );
});
