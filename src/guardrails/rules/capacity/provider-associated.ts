import { associationsOf } from "../../clusters";
import { comesFromOutside } from "../../expectation";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";

export const providerAssociated: Check = (plan) => {
  const isUnclear = plan
    .resources("aws_ecs_cluster_capacity_providers")
    .some((association) => comesFromOutside(plan, association.get("capacity_providers")));
  return plan.resources("aws_ecs_capacity_provider").map((provider) => {
    const isAssociated = associationsOf(plan, provider).length > 0;
    return isUnclear && !isAssociated
      ? undecided(provider.address, "which providers the cluster has is known only at apply")
      : judge(provider.address, isAssociated, "no aws_ecs_cluster_capacity_providers has it in capacity_providers");
  });
};
