import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";

export const groupHasProvider: Check = (plan) => {
  const arns = plan
    .resources("aws_ecs_capacity_provider")
    .map((provider) => provider.get("auto_scaling_group_provider.auto_scaling_group_arn"));
  return ecsGroups(plan).map(({ group, capacityProviders }) => {
    const names = capacityProviders.map(({ address }) => address).join(", ") || "none";
    const found = `its capacity providers: ${names}; wanted: one`;
    return unlessOpen(plan, judge(group.address, capacityProviders.length === 1, found), ...arns);
  });
};
