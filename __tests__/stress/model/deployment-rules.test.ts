import {
  breakerThreshold,
  lowerBound,
  onDemandInstances,
  upperBound,
} from "../../../src/stress/model/deployment-rules";

// ECS developer guide, deployment-type-ecs: desired 4.
test("a service's bounds are rounded towards more healthy and fewer extra tasks", () => {
  expect([lowerBound(4, 50), upperBound(4, 200)]).toEqual([2, 8]);
  expect([lowerBound(3, 50), upperBound(3, 150)]).toEqual([2, 4]);
  expect([lowerBound(10, 66), upperBound(10, 125)]).toEqual([7, 12]);
  // 7 × 100 / 100 isn't more than 7, whatever binary fractions make of it.
  expect([lowerBound(7, 100), upperBound(7, 100)]).toEqual([7, 7]);
});

// API_DeploymentCircuitBreaker: half of the desired tasks, 3 to 200; developer guide, deployment-circuit-breaker: 400 → 200.
test.each([
  [1, 3],
  [6, 3],
  [7, 4],
  [25, 13],
  [400, 200],
  [800, 200],
])("of %d desired tasks, %d failed ones end a deployment", (desired, threshold) => {
  expect(breakerThreshold(desired)).toBe(threshold);
});

// EC2 Auto Scaling user guide, mixed instances groups: a base of ten and half above it.
test.each([
  [10, 10],
  [20, 15],
  [30, 20],
  [40, 25],
])("of %d instances %d are On-Demand", (total, onDemand) => {
  expect(onDemandInstances(total, 10, 50)).toBe(onDemand);
});

test("a share that isn't whole is rounded in favour of On-Demand; a base is never more than there is", () => {
  expect(onDemandInstances(13, 10, 50)).toBe(12);
  expect(onDemandInstances(2, 10, 50)).toBe(2);
  expect(onDemandInstances(10, 0, 100)).toBe(10);
  expect(onDemandInstances(10, 3, 0)).toBe(3);
});
