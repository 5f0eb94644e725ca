import { api, testBadInput, testGoodInput, web } from "../../support/bad-input";

describe("capacity", () => {
  testBadInput([
    ["more instances at least than at most", { "capacity.minInstances": 19 }, "capacity.minInstances", "19", "18"],
    ["an On-Demand base above the maximum", { "capacity.onDemandBase": 19 }, "capacity.onDemandBase", "19", "18"],
    ["generations out of order", { "capacity.generations": [2, 1] }, "capacity.generations", "2, 1", "ascending"],
    ["a generation twice", { "capacity.generations": [2, 2] }, "capacity.generations", "2, 2", "ascending"],
    ["one instance type", { "capacity.instanceTypes": ["m5.large"] }, "capacity.instanceTypes", "at least 2"],
    ["an instance type twice", { "capacity.instanceTypes[1]": "m6i.large" }, "capacity.instanceTypes[1]", "once"],
    [
      "an unknown instance type",
      { "capacity.instanceTypes[1]": "m6i.lage" },
      "capacity.instanceTypes[1]",
      '"m6i.large"',
    ],
    [
      "types of unequal size",
      { "capacity.instanceTypes[1]": "m6a.xlarge" },
      "capacity.instanceTypes[1]",
      "4 vCPUs, 16 GiB",
      "2 vCPUs, 8 GiB",
    ],
    [
      "types of unequal memory",
      { "capacity.instanceTypes[1]": "r6i.large" },
      "capacity.instanceTypes[1]",
      "16 GiB",
      "8 GiB",
    ],
    [
      "types of unequal architecture",
      { "capacity.instanceTypes[1]": "m6g.large" },
      "capacity.instanceTypes[1]",
      "arm64",
      "x86_64",
    ],
    ["a task with more CPU than an instance", { [`${web}.cpuUnits`]: 2049 }, `${web}.cpuUnits`, "2049", "at most 2048"],
    [
      "a task with more memory than the smallest instance",
      { [`${web}.memoryMiB`]: 7472 },
      `${web}.memoryMiB`,
      "7472",
      "at most 7471",
    ],
    [
      "a reserve that leaves nothing",
      { "capacity.reservedMemoryMiB": 8192 },
      "capacity.reservedMemoryMiB",
      "8192",
      "7727",
    ],
    [
      "too few instances for the CPU of a deployment",
      { [`${web}.cpuUnits`]: 2048, "capacity.maxInstances": 14 },
      "capacity.maxInstances",
      "14",
      "at least 15",
    ],
    [
      "too few instances for the network interfaces of a deployment",
      { [`${api}.desiredTasks`]: 9, [`${web}.desiredTasks`]: 6, "capacity.maxInstances": 8 },
      "capacity.maxInstances",
      "8",
      "at least 9",
    ],
  ]);

  testGoodInput([
    ["a task as large as an instance", { [`${web}.cpuUnits`]: 2048, [`${web}.memoryMiB`]: 7471 }],
    ["exactly the instances that a deployment needs", { [`${web}.cpuUnits`]: 2048, "capacity.maxInstances": 15 }],
  ]);
});
