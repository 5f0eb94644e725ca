import type { Block, Plan, Resource } from "../plan";
import type { Unknown } from "../value";

/** An Auto Scaling group and what it launches. */
export interface CapacityGroup {
  /** The `aws_autoscaling_group`. */
  readonly group: Resource;
  /** `undefined`: it has none, or one that isn't in the plan. */
  readonly launchTemplate: Resource | undefined;
  /** Instance types that it may launch: those of the overrides, else the launch template's. */
  readonly instanceTypes: readonly (string | Unknown)[];
  /** `override` blocks of its mixed instances policy. */
  readonly overrides: readonly Block[];
  /** On-Demand instances that come first. */
  readonly onDemandBase: number | Unknown;
  /** Share of On-Demand above the base, 0–100. */
  readonly onDemandPercentageAboveBase: number | Unknown;
  /** The `aws_ecs_capacity_provider`s that are backed by it. */
  readonly capacityProviders: readonly Resource[];
}

/** Every Auto Scaling group of the plan. */
export function capacityGroups(plan: Plan): readonly CapacityGroup[] {
  return [];
}

/**
 * The ECS agent's settings in a launch template's user data: every `KEY=VALUE` of it that names an `ECS_` variable, the
 * last one where a key is set twice. `undefined`: it has no user data.
 */
export function agentSettings(launchTemplate: Resource): ReadonlyMap<string, string> | Unknown | undefined {
  return undefined;
}
