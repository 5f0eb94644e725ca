import fc from "fast-check";
import { readPlan } from "../../../src/plan/read";
import { assumptions } from "../../../src/stress/assumptions";
import { upperBound } from "../../../src/stress/model/deployment-rules";
import { Platform, type PlatformFacts, platformFacts } from "../../../src/stress/model/platform";
import type { ServiceScheduler } from "../../../src/stress/model/service-scheduler";
import { synthesized } from "../../support/synthesized";

const production = platformFacts(readPlan(synthesized("production").get("production-platform")));
const LOAD = { requestsPerSecond: 50, serviceSeconds: 0.2, concurrencyPerTask: 20 };

function platformOf(seed: number, facts: PlatformFacts = production): Platform {
  return new Platform({ facts, assumptions: assumptions(), seed, load: () => LOAD });
}

/** What somebody or something does to the platform. */
const fault = fc.oneof(
  fc.record({ kind: fc.constant("deploy" as const), failsToStart: fc.boolean(), neverHealthy: fc.boolean() }),
  fc.record({ kind: fc.constant("reclaim" as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant("lose" as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant("scale" as const), desired: fc.integer({ min: 0, max: 30 }) }),
  fc.record({ kind: fc.constant("dry" as const), isDry: fc.boolean() }),
);
type Fault = typeof fault extends fc.Arbitrary<infer Value> ? Value : never;

function apply(platform: Platform, what: Fault): void {
  for (const group of platform.groups) {
    const some = (share: number) => group.staying.slice(0, Math.ceil(group.staying.length * share));
    if (what.kind === "reclaim") for (const instance of some(what.share)) group.reclaim(instance);
    if (what.kind === "lose") for (const instance of some(what.share)) group.lose(instance, "fault");
    if (what.kind === "dry") {
      for (const { name } of group.facts.types) {
        for (const zone of group.facts.zones) platform.market.limit(name, zone, what.isDry ? 0 : undefined);
      }
    }
  }
  for (const { scheduler } of platform.services) {
    if (what.kind === "deploy") scheduler.deploy(what);
    if (what.kind === "scale") scheduler.setDesired(what.desired);
  }
}

test("whatever happens, no task is in two places, nothing is overbooked, and no bound is broken", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.array(fc.tuple(fc.nat(3600), fault), { maxLength: 8 }), (seed, faults) => {
      const platform = platformOf(seed);
      for (const [second, what] of faults) platform.world.simulation.scheduleAt(second, () => apply(platform, what));
      const { simulation } = platform.world;
      for (let second = 120; second <= 7200; second += 120) {
        platform.run(second);
        const places = [...platform.cluster.instances].flatMap((instance) => [...instance.tasks]);
        expect(new Set(places).size).toBe(places.length);
        for (const instance of platform.cluster.instances) {
          const used = [...instance.tasks].reduce((sum, { size }) => sum + size.memoryMiB, 0);
          expect(instance.freeMemoryMiB).toBeGreaterThanOrEqual(0);
          expect(instance.freeMemoryMiB + used).toBe(instance.type.registeredMemoryMiB - 256);
          expect(instance.holds({ cpuUnits: 0, memoryMiB: 0, interfaces: 0, hostPorts: [] })).toBe(true);
        }
        for (const group of platform.groups) {
          expect(group.desired).toBeLessThanOrEqual(group.facts.max);
          expect(group.staying.length).toBeLessThanOrEqual(group.facts.max);
          expect(group.staying).toEqual([...group.instances].filter(({ isLeaving }) => !isLeaving));
        }
        for (const { scheduler } of platform.services) expectCounted(scheduler);
        for (const { traffic } of platform.services) {
          expect(traffic.failed).toBeGreaterThanOrEqual(0);
          expect(traffic.requests).toBeCloseTo(LOAD.requestsPerSecond * second, 3);
        }
      }
      expect(simulation.now).toBe(7200);
    }),
    { numRuns: 12 },
  );
});

/** What is counted as it changes is what there is. */
function expectCounted({ census, tasks }: ServiceScheduler): void {
  const active = [...tasks].filter(({ isActive }) => isActive);
  const running = active.filter(({ state }) => state === "running");
  const healthy = running.filter(({ target }) => target === "healthy");
  const serving = healthy.filter(({ isAlive }) => isAlive).length;
  const counts = { active: active.length, running: running.length, healthy: healthy.length, serving };
  expect(census.counts).toEqual(counts);
  expect(census.doomed).toEqual(active.filter((task) => census.isDoomed(task)));
  expect([...census.providers.values()].reduce((sum, own) => sum + own, 0)).toBe(active.length);
  for (const task of active) {
    const staying = census.staying(task.revision);
    expect(staying.tasks.has(task)).toBe(!census.isDoomed(task));
    expect(staying.healthy).toBe([...staying.tasks].filter((one) => healthy.includes(one)).length);
  }
}

test("a service never starts beyond its maximum percent", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(60), (seed, second) => {
      const platform = platformOf(seed);
      platform.world.simulation.scheduleAt(second, () =>
        apply(platform, { kind: "deploy", failsToStart: false, neverHealthy: false }),
      );
      for (let now = 0; now < 900; now += 5) {
        platform.run(now);
        for (const { scheduler } of platform.services) {
          const active = [...scheduler.tasks].filter(({ isActive }) => isActive).length;
          expect(active).toBeLessThanOrEqual(upperBound(scheduler.desired, scheduler.facts.maximumPercent));
        }
      }
    }),
    { numRuns: 4 },
  );
});

test("a task that runs is deregistered, and stopped only after its delay", () => {
  const platform = platformOf(3);
  platform.world.simulation.scheduleAt(100, () =>
    apply(platform, { kind: "deploy", failsToStart: false, neverHealthy: false }),
  );
  platform.run(1200);
  const { entries } = platform.world.trace;
  const stopping = entries.filter(({ kind, detail }) => kind === "task-stopping" && detail === "replaced");
  expect(stopping.length).toBeGreaterThan(0);
  for (const { subject, time } of stopping) {
    const stopped = entries.find((entry) => entry.kind === "task-stopped" && entry.subject === subject);
    const delay = production.services.find(({ name }) => subject.startsWith(`${name}/`))?.target
      ?.deregistrationDelaySeconds;
    expect((stopped?.time ?? 0) - time).toBeGreaterThanOrEqual(delay ?? Number.NaN);
  }
});

test("the same seed gives the same events, another one others", () => {
  const events = (seed: number) => {
    const platform = platformOf(seed);
    platform.world.simulation.scheduleAt(100, () => apply(platform, { kind: "reclaim", share: 0.6 }));
    platform.run(3600);
    return platform.world.trace.entries;
  };
  expect(events(1)).toEqual(events(1));
  expect(events(1)).not.toEqual(events(2));
});

test("a failing deployment is ended by the circuit breaker, and the last good revision serves on", () => {
  const platform = platformOf(5);
  platform.world.simulation.scheduleAt(100, () =>
    apply(platform, { kind: "deploy", failsToStart: true, neverHealthy: false }),
  );
  platform.run(3600);
  const failed = platform.world.trace.entries.filter(({ kind }) => kind === "deployment-failed");
  expect(failed.map(({ subject }) => subject).sort()).toEqual(["api", "web"]);
  for (const { scheduler, traffic } of platform.services) {
    expect(scheduler.revision.number).toBe(1);
    expect([...scheduler.tasks].filter((task) => scheduler.isHealthy(task))).toHaveLength(scheduler.desired);
    expect(traffic.failed).toBeLessThan(0.5);
  }
});

test("without the circuit breaker it goes on for ever", () => {
  const services = production.services.map((service) => ({ ...service, circuitBreaker: false, rollback: false }));
  const platform = platformOf(5, { ...production, services });
  platform.world.simulation.scheduleAt(100, () =>
    apply(platform, { kind: "deploy", failsToStart: true, neverHealthy: false }),
  );
  platform.run(7200);
  expect(platform.services.map(({ scheduler }) => scheduler.deployment)).toEqual(["in-progress", "in-progress"]);
});
