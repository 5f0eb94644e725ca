import fc from "fast-check";
import { instancesNeeded, type Load, tasksThatFit } from "../../../src/environments/checks/packing";

const instance = { cpuUnits: 2048, memoryMiB: 7471, networkInterfaces: 2 };
const task = (cpuUnits: number, memoryMiB: number, networkInterfaces = 0) => ({
  cpuUnits,
  memoryMiB,
  networkInterfaces,
});

const loads = fc.array(
  fc.record({
    task: fc.record({
      cpuUnits: fc.integer({ min: 128, max: 2048 }),
      memoryMiB: fc.integer({ min: 6, max: 7471 }),
      networkInterfaces: fc.integer({ min: 0, max: 1 }),
    }),
    count: fc.integer({ min: 1, max: 12 }),
  }),
  { maxLength: 6 },
);

/** First-fit decreasing as it is told: one task after the other, each into the first instance with room. */
function naive(all: readonly Load[]): number {
  const share = ({ task }: Load): number =>
    Math.max(task.cpuUnits / 2048, task.memoryMiB / 7471, task.networkInterfaces / 2);
  const bins: { cpuUnits: number; memoryMiB: number; networkInterfaces: number }[] = [];
  for (const { task, count } of all.toSorted((a, b) => share(b) - share(a))) {
    for (let placed = 0; placed < count; placed++) {
      const open = bins.find((room) => tasksThatFit(task, room) > 0);
      const bin = open ?? { ...instance };
      if (open === undefined) bins.push(bin);
      bin.cpuUnits -= task.cpuUnits;
      bin.memoryMiB -= task.memoryMiB;
      bin.networkInterfaces -= task.networkInterfaces;
    }
  }
  return bins.length;
}

describe("packing tasks on instances", () => {
  test.each([
    ["by CPU", [{ task: task(512, 512), count: 9 }], 3],
    ["by memory", [{ task: task(128, 4096), count: 3 }], 3],
    ["by network interfaces", [{ task: task(128, 128, 1), count: 5 }], 3],
    [
      "with small tasks beside large ones",
      [
        { task: task(512, 512), count: 3 },
        { task: task(1536, 512), count: 3 },
      ],
      3,
    ],
    ["no tasks", [], 0],
  ] as const)("%s", (_name, all, expected) => {
    expect(instancesNeeded(all, instance)).toBe(expected);
  });

  test("takes alike tasks at once, with the result of one after the other", () => {
    fc.assert(fc.property(loads, (all) => instancesNeeded(all, instance) === naive(all)));
  });

  test("of a billion tasks ends", () => {
    expect(instancesNeeded([{ task: task(512, 512), count: 1e9 }], instance)).toBe(2.5e8);
  });
});
