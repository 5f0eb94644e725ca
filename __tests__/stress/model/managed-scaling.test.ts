import {
  afterScaleIn,
  capacityProviderReservation,
  desiredInstances,
  instancesNeeded,
  scaleInThreshold,
  tasksOf,
} from "../../../src/stress/model/managed-scaling";

const SCALING = { targetCapacity: 100, minimumStep: 1, maximumStep: 10_000, warmupSeconds: 300 };
const task = (cpuUnits: number, memoryMiB = 0) => ({ cpuUnits, memoryMiB, interfaces: 0, hostPorts: [] });
const room = (cpuUnits: number, memoryMiB = 8192, interfaces = 2) => ({ cpuUnits, memoryMiB, interfaces });

// Published examples. AWS: the EC2 Spot workshop's "scaling ECS workloads" and "visualizing ECS metrics", the developer
// guide's "cluster auto scaling"; the others are notes of talks on it.
describe("CapacityProviderReservation and what follows of it", () => {
  test.each([
    { example: "nothing running", running: 0, needed: 0, target: 100, reservation: 100, instances: 1 },
    {
      example: "the first tasks, any number: two instances",
      running: 0,
      needed: 1,
      target: 100,
      reservation: 200,
      instances: 2,
    },
    { example: "7 tasks, 3 an instance", running: 3, needed: 3, target: 100, reservation: 100, instances: 3 },
    {
      example: "10 tasks, 3 an instance, one waits",
      running: 3,
      needed: 4,
      target: 100,
      reservation: 133,
      instances: 4,
    },
    { example: "4 tasks left on two of three", running: 3, needed: 2, target: 100, reservation: 66, instances: 2 },
    { example: "daemons only", running: 2, needed: 0, target: 100, reservation: 0, instances: 0 },
    {
      example: "the workshop's On-Demand provider",
      running: 1,
      needed: 2,
      target: 100,
      reservation: 200,
      instances: 2,
    },
    { example: "two empty of a hundred", running: 100, needed: 98, target: 100, reservation: 98, instances: 98 },
  ])("$example", ({ running, needed, target, reservation, instances }) => {
    const measured = capacityProviderReservation(needed, running);
    expect(Math.floor(measured)).toBe(reservation);
    // With nothing running and nothing needed the alarm stays quiet, so nobody asks for this number.
    if (running + needed > 0) expect(desiredInstances(running, measured, target)).toBe(instances);
  });

  test("a target under 100 keeps a share spare", () => {
    // 4 in use at 80 %: five instances.
    expect(desiredInstances(4, capacityProviderReservation(4, 4), 80)).toBe(5);
    expect(desiredInstances(8, capacityProviderReservation(8, 8), 80)).toBe(10);
  });

  test("the low alarm's threshold is nine tenths of the target, as observed", () => {
    expect([scaleInThreshold(100), scaleInThreshold(90)]).toEqual([100, 81]);
  });

  test("at most half of the instances go at once, and at least one", () => {
    expect([afterScaleIn(10, 0), afterScaleIn(10, 8), afterScaleIn(3, 0), afterScaleIn(1, 0)]).toEqual([5, 8, 2, 0]);
  });
});

describe("instances needed", () => {
  test("without a task that waits, those in use", () => {
    expect(instancesNeeded(5, 3, [], [room(2048)], SCALING)).toBe(3);
  });

  test("the largest group of equal tasks decides, packed on the largest type", () => {
    const waiting = [
      { size: task(512), count: 9 },
      { size: task(1024), count: 3 },
    ];
    expect(instancesNeeded(2, 2, waiting, [room(2048), room(4096)], SCALING)).toBe(4);
    expect(instancesNeeded(2, 2, waiting, [room(2048)], SCALING)).toBe(5);
  });

  test("within the steps", () => {
    const waiting = [{ size: task(512), count: 40 }];
    expect(instancesNeeded(2, 2, waiting, [room(2048)], { ...SCALING, maximumStep: 4 })).toBe(6);
    expect(instancesNeeded(2, 2, [{ size: task(512), count: 1 }], [room(2048)], { ...SCALING, minimumStep: 3 })).toBe(
      5,
    );
  });

  test("a task that the smallest type can't hold is left out, and waits for ever", () => {
    const waiting = [{ size: task(2000), count: 10 }];
    expect(instancesNeeded(2, 2, waiting, [room(1024), room(4096)], SCALING)).toBe(2);
  });
});

// ECS developer guide, container-instance-eni: two tasks on a c5.large in awsvpc mode.
test("an instance holds as many tasks as its scarcest resource", () => {
  expect(tasksOf({ cpuUnits: 256, memoryMiB: 512, interfaces: 1, hostPorts: [] }, room(2048))).toBe(2);
  expect(tasksOf(task(512, 4096), room(2048, 7811))).toBe(1);
  expect(tasksOf({ ...task(128, 128), hostPorts: [80] }, room(2048))).toBe(1);
});
