import { instanceType } from "../../../src/catalogue/instance-types";
import { assumptions } from "../../../src/stress/assumptions";
import type { TargetHealth } from "../../../src/stress/facts/targets";
import { Instance } from "../../../src/stress/model/instance";
import { TargetGroup } from "../../../src/stress/model/target-group";
import { Task } from "../../../src/stress/model/task";
import { Traffic } from "../../../src/stress/model/traffic";
import { World } from "../../../src/stress/model/world";

const HEALTH: TargetHealth = {
  ...{ arn: "arn", type: "instance", port: 80 },
  ...{ intervalSeconds: 10, timeoutSeconds: 5, healthyThreshold: 3, unhealthyThreshold: 2 },
  ...{ deregistrationDelaySeconds: 30, slowStartSeconds: 0, idleTimeoutSeconds: 60 },
  ...{ minimumHealthyTargets: 1, minimumHealthyPercent: 0, crossZone: true, zones: ["a", "b", "c"] },
};
const LOAD = { requestsPerSecond: 60, serviceSeconds: 0.1, concurrencyPerTask: 10 };
const SIZE = { cpuUnits: 256, memoryMiB: 512, interfaces: 0, hostPorts: [] };

/** A group with a healthy target in each of the zones given. */
function groupOf(zones: readonly string[], changes: Partial<TargetHealth> = {}, seed = 1) {
  const world = new World(seed, assumptions());
  const traffic = new Traffic(world, LOAD, 60);
  const turned: (readonly [number, string])[] = [];
  const group = new TargetGroup(world, { ...HEALTH, ...changes }, traffic, (task) =>
    turned.push([world.now, task.target]),
  );
  const make = (zone: string) => {
    const task = new Task(zone, 1, { number: 1, behaviour: {} }, SIZE, undefined, 0);
    const type = instanceType("m5.large");
    if (type === undefined) throw new Error("the catalogue has m5.large");
    const props = { id: zone, type, zone, market: "spot", reservedMemoryMiB: 0, launchedAt: 0 } as const;
    task.instance = new Instance(props);
    task.state = "running";
    task.isAlive = true;
    return task;
  };
  const tasks = zones.map((zone) => {
    const task = make(zone);
    group.begin(task);
    return task;
  });
  const [first] = tasks;
  if (first === undefined) throw new Error("a target, please");
  return { world, traffic, turned, group, make, first };
}

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

describe("health checks as counted", () => {
  test.each(SEEDS)("a target that dies is unhealthy after two failed checks, with seed %i", (seed) => {
    const { world, group, turned, first } = groupOf(["a", "b"], {}, seed);
    world.simulation.scheduleAt(100, () => group.die(first));
    world.simulation.run(400);
    expect(turned.map(([, health]) => health)).toEqual(["unhealthy"]);
    expect(turned[0]?.[0]).toBeGreaterThanOrEqual(100 + 10 + 5);
    expect(turned[0]?.[0]).toBeLessThanOrEqual(100 + 20 + 5);
  });

  test("an outage that is shorter than the interval isn't noticed", () => {
    for (const seed of SEEDS) {
      const { world, group, turned, first } = groupOf(["a", "b"], {}, seed);
      for (const second of [100, 150, 200]) {
        world.simulation.scheduleAt(second, () => group.die(first));
        world.simulation.scheduleAt(second + 9, () => {
          first.isAlive = true;
        });
      }
      world.simulation.run(400);
      expect(turned).toEqual([]);
    }
  });

  test.each(SEEDS)("a new target needs one passed check, once it is ready, with seed %i", (seed) => {
    const { world, group, turned, make } = groupOf(["a"], {}, seed);
    world.simulation.scheduleAt(100, () => group.register(make("b"), 3));
    world.simulation.run(400);
    expect(turned.map(([, health]) => health)).toEqual(["healthy"]);
    expect(turned[0]?.[0]).toBeGreaterThanOrEqual(103);
    expect(turned[0]?.[0]).toBeLessThanOrEqual(113);
  });

  test.each(SEEDS)("one that takes long is unhealthy first, and needs three, with seed %i", (seed) => {
    const { world, group, turned, make } = groupOf(["a"], {}, seed);
    world.simulation.scheduleAt(100, () => group.register(make("b"), 60));
    world.simulation.run(400);
    expect(turned.map(([, health]) => health)).toEqual(["unhealthy", "healthy"]);
    expect(turned[1]?.[0]).toBeGreaterThanOrEqual(160 + 20);
    expect(turned[1]?.[0]).toBeLessThanOrEqual(160 + 30);
  });
});

test("where no target is healthy, requests go to all of them", () => {
  const { world, traffic, group, make, first } = groupOf(["a"]);
  world.simulation.scheduleAt(100, () => group.die(first));
  world.simulation.run(200);
  expect([first.target, traffic.failingShare]).toEqual(["unhealthy", 1]);
  const second = make("b");
  group.register(second, 0);
  expect([second.target, traffic.failingShare]).toEqual(["initial", 0.5]);
  world.simulation.run(215);
  expect([second.target, traffic.failingShare]).toEqual(["healthy", 0]);
});

// ALB user guide, target-group-health: of ten targets a zone, with 50 %, six fail.
test("with fewer healthy targets than the threshold, requests go to all of them again", () => {
  const ten = Array.from({ length: 10 }, (_, index) => `${index}`);
  const { world, traffic, group, make } = groupOf(ten, { minimumHealthyPercent: 50 });
  expect(traffic.failingShare).toBe(0);
  const six = Array.from({ length: 10 }, () => make("x"));
  for (const task of six) group.begin(task);
  world.simulation.scheduleAt(100, () => {
    for (const task of six) group.die(task);
  });
  world.simulation.run(200);
  expect(traffic.failingShare).toBe(0);
  world.simulation.scheduleAt(300, () => {
    const more = make("y");
    group.begin(more);
    group.die(more);
  });
  world.simulation.run(400);
  expect(traffic.failingShare).toBeCloseTo(11 / 21);
});

describe("without cross-zone load balancing", () => {
  const lost = { crossZone: false } as const;

  test("requests that come to a zone without targets fail until its address is forgotten", () => {
    const { world, traffic, group, first } = groupOf(["a", "b", "c"], lost);
    world.simulation.scheduleAt(100, () => group.deregister(first));
    world.simulation.run(101);
    expect(traffic.failingShare).toBeCloseTo(1 / 3);
    world.simulation.run(161);
    expect(traffic.failingShare).toBe(0);
    traffic.accrue();
    expect(traffic.failed).toBeCloseTo(60 * 20, 0);
    expect(traffic.requests).toBeCloseTo(60 * 161);
  });

  test("a zone with few targets gets as many requests as one with many", () => {
    const { world, traffic, group, make } = groupOf(["a", "b", "c", "a", "a"], lost);
    world.simulation.scheduleAt(100, () => group.begin(make("b")));
    world.simulation.run(101);
    expect(traffic.burden(0).inFlight).toBeCloseTo((20 / 3) * 0.1);
    expect(traffic.burden(1).inFlight).toBeCloseTo((20 / 2) * 0.1);
    expect(traffic.burden(2).inFlight).toBeCloseTo(20 * 0.1);
  });
});

test("a new target's share grows in its slow start, but for the first of a group", () => {
  const { world, traffic, group, make, first } = groupOf(["a"], { slowStartSeconds: 100 });
  const second = make("b");
  world.simulation.scheduleAt(100, () => group.register(second, 0));
  world.simulation.run(100);
  world.simulation.run(111);
  const perWeight = traffic.requestsPerTarget;
  expect(perWeight).toBeGreaterThan(60 / 1.2);
  world.simulation.run(300);
  expect(traffic.requestsPerTarget).toBeCloseTo(30);
  group.deregister(first);
  group.deregister(second);
  group.register(make("c"), 0);
  world.simulation.run(320);
  expect(traffic.requestsPerTarget).toBeCloseTo(60);
});

test("a request that is cut while its target is drained is counted when the target ends", () => {
  const { world, traffic, group, first } = groupOf(["a", "b"]);
  const before = traffic.burden(0).inFlight;
  world.simulation.scheduleAt(100, () => group.deregister(first));
  world.simulation.scheduleAt(100.1, () => group.die(first));
  world.simulation.scheduleAt(160, () => group.end(first));
  world.simulation.run(200);
  expect(traffic.failed).toBeCloseTo(before * Math.exp(-1), 6);
});
