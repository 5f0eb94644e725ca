import type { Plan, Resource } from "../plan";

/** An ECS service and what belongs to it. A list is empty, and a resource `undefined`, where the plan holds none. */
export interface ServiceFact {
  /** The `aws_ecs_service`. */
  readonly service: Resource;
  readonly cluster: Resource | undefined;
  readonly taskDefinition: Resource | undefined;
  /** Those of its `load_balancer` blocks. */
  readonly targetGroups: readonly Resource[];
  /** Those of its own strategy, else of its cluster's default strategy. */
  readonly capacityProviders: readonly Resource[];
  /** Those of its `network_configuration`. */
  readonly securityGroups: readonly Resource[];
  /** `aws_appautoscaling_target`s of its desired count. */
  readonly scalingTargets: readonly Resource[];
  /** `aws_appautoscaling_policy`s of those. */
  readonly scalingPolicies: readonly Resource[];
  /** `aws_appautoscaling_scheduled_action`s of those. */
  readonly scheduledActions: readonly Resource[];
}

/** Every ECS service of the plan. */
export function services(plan: Plan): readonly ServiceFact[] {
  return [];
}
