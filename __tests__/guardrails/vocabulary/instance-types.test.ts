import { readInstanceType } from "../../../src/guardrails/vocabulary/instance-types";

test.each([
  ["m6i.large", { size: "large", architecture: "x86_64", memoryRatio: 4 }],
  ["c7gn.2xlarge", { size: "2xlarge", architecture: "arm64", memoryRatio: 2 }],
  ["r6gd.metal", { size: "metal", architecture: "arm64", memoryRatio: 8 }],
  ["m7i-flex.large", { size: "large", architecture: "x86_64", memoryRatio: 4 }],
  ["t4g.large", { size: "large", architecture: "arm64", memoryRatio: 4 }],
  ["t3.small", { size: "small", architecture: "x86_64", memoryRatio: undefined }],
  ["g5.xlarge", { size: "xlarge", architecture: "x86_64", memoryRatio: undefined }],
  ["a1.large", { size: "large", architecture: "arm64", memoryRatio: undefined }],
])("%s is read from its name", (type, expected) => {
  expect(readInstanceType(type)).toEqual(expected);
});

test("what isn't named as an instance type is none", () => {
  expect(readInstanceType("large")).toBeUndefined();
});
