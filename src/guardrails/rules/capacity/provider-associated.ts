import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { associationsOf } from "../../vocabulary/clusters";

export const providerAssociated: Check = (plan) => {
  const lists = plan
    .resources("aws_ecs_cluster_capacity_providers")
    .map((association) => association.get("capacity_providers"));
  return plan.resources("aws_ecs_capacity_provider").map((provider) => {
    const isAssociated = associationsOf(plan, provider).length > 0;
    const found = "no aws_ecs_cluster_capacity_providers has it in capacity_providers";
    return unlessOpen(plan, judge(provider.address, isAssociated, found), ...lists);
  });
};
