/** Fewest healthy tasks that a service keeps while it changes: rounded up. */
export function lowerBound(desired: number, minimumHealthyPercent: number): number {
  return Math.ceil((desired * minimumHealthyPercent) / 100 - 1e-9);
}

/** Most tasks that a service has while it changes: rounded down. */
export function upperBound(desired: number, maximumPercent: number): number {
  return Math.floor((desired * maximumPercent) / 100 + 1e-9);
}

/**
 * Failed tasks in a row at which the circuit breaker ends a deployment: half of the desired ones, 3 to 200.
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html
 */
export function breakerThreshold(desired: number): number {
  return Math.min(200, Math.max(3, Math.ceil(desired / 2)));
}

/**
 * On-Demand instances among so many: the base, and the percentage of what is above it, rounded up.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html
 */
export function onDemandInstances(total: number, base: number, percentageAboveBase: number): number {
  const above = Math.max(0, total - base);
  return Math.min(total, base) + Math.ceil((above * percentageAboveBase) / 100 - 1e-9);
}
