import { companions } from "../../plan/facts/belonging";
import type { Plan, Resource } from "../../plan/plan";
import type { MaybeValue } from "../../plan/value";

/** The associations (`aws_ecs_cluster_capacity_providers`) that name the capacity provider. */
export function associationsOf(plan: Plan, provider: Resource): readonly Resource[] {
  return companions(plan, provider, "aws_ecs_cluster_capacity_providers", "capacity_providers");
}

/** Names of the clusters that the capacity provider is associated with. */
export function clustersOf(plan: Plan, provider: Resource): readonly MaybeValue[] {
  return associationsOf(plan, provider).map((association) => association.get("cluster_name"));
}
