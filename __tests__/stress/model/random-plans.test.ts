import fc from "fast-check";
import { readPlan } from "../../../src/plan/read";
import type { TraceEntry } from "../../../src/simulator/trace";
import { assumptions } from "../../../src/stress/assumptions";
import { Platform, type PlatformFacts, platformFacts } from "../../../src/stress/model/platform";
import { timesOf } from "../../../src/stress/replay";
import { synthesized } from "../../support/synthesized";

const production = platformFacts(readPlan(synthesized("production").get("production-platform")));
const HOURS = 2;

/** Production with other numbers. */
const facts: fc.Arbitrary<PlatformFacts> = fc
  .record({
    minimumHealthyPercent: fc.constantFrom(0, 50, 66, 100),
    maximumPercent: fc.constantFrom(100, 125, 150, 200),
    desired: fc.integer({ min: 0, max: 12 }),
    delaySeconds: fc.constantFrom(0, 30, 300),
    stopTimeoutSeconds: fc.constantFrom(2, 30),
    graceSeconds: fc.constantFrom(0, 60),
    circuitBreaker: fc.boolean(),
    isDistinct: fc.boolean(),
    strategy: fc.constantFrom("spread" as const, "binpack" as const, "random" as const),
    max: fc.integer({ min: 3, max: 18 }),
    onDemandBase: fc.integer({ min: 0, max: 6 }),
    onDemandPercentageAboveBase: fc.constantFrom(0, 33, 100),
    managedDraining: fc.boolean(),
    targetCapacity: fc.constantFrom(60, 80, 100),
    isScaled: fc.boolean(),
    hasDaemon: fc.boolean(),
  })
  .map((draw) => ({
    ...production,
    daemons: draw.hasDaemon ? [{ cpuUnits: 128, memoryMiB: 256, interfaces: 0, hostPorts: [] }] : [],
    groups: production.groups.map((group) => ({
      ...group,
      max: draw.max,
      onDemandBase: draw.onDemandBase,
      onDemandPercentageAboveBase: draw.onDemandPercentageAboveBase,
      managedDraining: draw.managedDraining,
      managedScaling:
        draw.isScaled && group.managedScaling !== undefined
          ? { ...group.managedScaling, targetCapacity: draw.targetCapacity }
          : undefined,
    })),
    services: production.services.map((service) => ({
      ...service,
      desired: draw.desired,
      minimumHealthyPercent: draw.minimumHealthyPercent,
      maximumPercent: draw.maximumPercent,
      circuitBreaker: draw.circuitBreaker,
      healthCheckGraceSeconds: draw.graceSeconds,
      stopTimeoutSeconds: draw.stopTimeoutSeconds,
      isDistinct: draw.isDistinct,
      placement: [{ type: draw.strategy, field: draw.strategy === "binpack" ? "cpu" : "instanceId" }],
      target: service.target && { ...service.target, deregistrationDelaySeconds: draw.delaySeconds },
    })),
  }));

const share = fc.double({ min: 0, max: 1, noNaN: true });
const fault = fc.oneof(
  fc.record({
    kind: fc.constant("deploy" as const),
    failsToStart: share,
    endsAfterSeconds: fc.integer({ min: 1, max: 3600 }),
  }),
  fc.record({ kind: fc.constantFrom("reclaim" as const, "lose" as const, "away" as const), share }),
  fc.record({ kind: fc.constant("back" as const) }),
  fc.record({ kind: fc.constant("scale" as const), desired: fc.integer({ min: 0, max: 30 }) }),
  fc.record({ kind: fc.constant("load" as const), times: fc.double({ min: 0, max: 5, noNaN: true }) }),
);
type Fault = typeof fault extends fc.Arbitrary<infer Value> ? Value : never;

function apply(platform: Platform, what: Fault): void {
  const { cluster, groups, services } = platform;
  if (what.kind === "back") for (const instance of cluster.instances) cluster.connect(instance);
  for (const group of groups) {
    if (!("share" in what)) break;
    for (const instance of group.staying.slice(0, Math.ceil(group.staying.length * what.share))) {
      if (what.kind === "reclaim") group.reclaim(instance);
      else if (what.kind === "lose") group.lose(instance, "fault");
      else cluster.disconnect(instance);
    }
  }
  for (const { scheduler, traffic } of services) {
    if (what.kind === "deploy") scheduler.deploy(what);
    if (what.kind === "scale") scheduler.setDesired(what.desired);
    if (what.kind === "load") traffic.scale(what.times);
  }
}

/** What holds at every moment. */
function expectSound({ cluster, groups, services, world }: Platform): void {
  for (const instance of cluster.instances) {
    const { cpuUnits, memoryMiB, interfaces } = instance.room;
    expect(Math.min(cpuUnits, memoryMiB, interfaces)).toBeGreaterThanOrEqual(0);
    const used = [...instance.tasks].reduce((sum, { size }) => sum + size.memoryMiB, 0);
    expect(used).toBeLessThanOrEqual(instance.type.registeredMemoryMiB);
    for (const task of instance.tasks) expect(task.instance).toBe(instance);
  }
  const placed = [...cluster.instances].flatMap(({ tasks }) => [...tasks]);
  expect(new Set(placed).size).toBe(placed.length);
  for (const { scheduler, traffic } of services) {
    for (const task of scheduler.tasks) {
      const isWaiting = cluster.provisioning.includes(task);
      expect(isWaiting).toBe(task.state === "provisioning");
      if (!isWaiting && task.instance?.state === "registered") expect(task.instance.tasks.has(task)).toBe(true);
    }
    if (scheduler.facts.isDistinct) {
      const active = [...scheduler.tasks].filter(({ isActive, instance }) => isActive && instance !== undefined);
      expect(new Set(active.map(({ instance }) => instance)).size).toBe(active.length);
    }
    expect(traffic.failed).toBeLessThanOrEqual(traffic.requests * (1 + 1e-9) + 1e-6);
  }
  for (const group of groups) expect(group.desired).toBeLessThanOrEqual(Math.max(group.facts.max, group.facts.min));
  // What is still to come belongs to what is there: the queue doesn't fill up.
  expect(world.simulation.pending).toBeLessThan(300 + 40 * (placed.length + cluster.instances.size));
}

/** What holds of all that has happened. */
function expectInOrder(entries: readonly TraceEntry[], { services }: PlatformFacts): void {
  const times = entries.map(({ time }) => time);
  expect(times.every((time, index) => index === 0 || time >= Number(times[index - 1]))).toBe(true);
  for (const [task, at] of timesOf(entries)) {
    const service = services.find(({ name }) => task.startsWith(`${name}/`));
    const [deregistered, sigterm, stopped] = ["target-deregistered", "task-sigterm", "task-stopped"].map((kind) =>
      at.get(kind),
    );
    if (sigterm === undefined) continue;
    const delay = service?.target?.deregistrationDelaySeconds ?? 0;
    expect(sigterm - Number(deregistered)).toBeGreaterThanOrEqual(delay - 1e-9);
    if (stopped === undefined) continue;
    expect(stopped).toBeGreaterThanOrEqual(sigterm);
    expect(stopped - sigterm).toBeLessThanOrEqual((service?.stopTimeoutSeconds ?? 0) + 60);
  }
}

test("random plans under random faults: nothing is in two places, overbooked, out of order or left behind", () => {
  const faults = fc.array(fc.tuple(fc.nat(HOURS * 3600 - 1), fault), { maxLength: 10 });
  fc.assert(
    fc.property(fc.nat(1000), facts, faults, (seed, own, what) => {
      const load = () => ({ requestsPerSecond: 20, serviceSeconds: 0.2, concurrencyPerTask: 20 });
      const platform = new Platform({ facts: own, assumptions: assumptions(), seed, load });
      for (const [second, one] of what) platform.world.simulation.scheduleAt(second, () => apply(platform, one));
      for (let second = 300; second <= HOURS * 3600; second += 300) {
        platform.run(second);
        expectSound(platform);
      }
      expectInOrder(platform.world.trace.entries, own);
    }),
    { numRuns: 25 },
  );
});
