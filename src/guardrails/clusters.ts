import type { Plan, Resource } from "../plan/plan";
import type { MaybeValue } from "../plan/value";

/** The associations (`aws_ecs_cluster_capacity_providers`) that name the capacity provider. */
export function associationsOf(plan: Plan, provider: Resource): readonly Resource[] {
  return plan
    .resources("aws_ecs_cluster_capacity_providers")
    .filter((association) =>
      plan
        .referenced(association.get("capacity_providers"), "aws_ecs_capacity_provider")
        .some(({ address }) => address === provider.address),
    );
}

/** Names of the clusters that the capacity provider is associated with. */
export function clustersOf(plan: Plan, provider: Resource): readonly MaybeValue[] {
  return associationsOf(plan, provider).map((association) => association.get("cluster_name"));
}
