import { instanceType, instanceTypeNames } from "../../src/catalogue/instance-types";

describe("the catalogue of instance types", () => {
  test.each([
    ["m5.large", 2, 8192, 7811, 3, "x86_64"],
    ["t3a.small", 2, 2048, 1884, 2, "x86_64"],
    ["t4g.nano", 2, 512, 471, 2, "arm64"],
    ["c7g.medium", 1, 2048, 1884, 2, "arm64"],
    ["c5.9xlarge", 36, 73728, 67829, 8, "x86_64"],
    ["r6i.4xlarge", 16, 131072, 120586, 8, "x86_64"],
  ] as const)("knows %s", (name, vcpus, memoryMiB, registeredMemoryMiB, networkInterfaces, architecture) => {
    expect(instanceType(name)).toEqual({
      name,
      vcpus,
      memoryMiB,
      registeredMemoryMiB,
      networkInterfaces,
      architecture,
    });
  });

  test.each(["", ".", "m5", "m5.", "m5.huge", "m5.large.large", "M5.large", "constructor.name", "m5.constructor"])(
    "doesn't know %j",
    (name) => expect(instanceType(name)).toBeUndefined(),
  );

  test("registers less memory than AWS names, of every type", () => {
    for (const name of instanceTypeNames()) {
      const { memoryMiB = 0, registeredMemoryMiB = 0 } = instanceType(name) ?? {};
      expect(registeredMemoryMiB / memoryMiB).toBeGreaterThan(0.9);
      expect(registeredMemoryMiB / memoryMiB).toBeLessThan(0.97);
    }
  });
});
