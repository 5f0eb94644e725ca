import { ecsGroups } from "../../ecs-groups";
import { comesFromOutside } from "../../expectation";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";

export const groupHasProvider: Check = (plan) => {
  const lost = plan
    .resources("aws_ecs_capacity_provider")
    .find((provider) => comesFromOutside(plan, provider.get("auto_scaling_group_provider.auto_scaling_group_arn")));
  return ecsGroups(plan).map(({ group, capacityProviders }) => {
    if (capacityProviders.length === 0 && lost !== undefined)
      return undecided(group.address, `which group ${lost.address} names is known only at apply`);
    const names = capacityProviders.map(({ address }) => address).join(", ");
    return judge(
      group.address,
      capacityProviders.length === 1,
      `its capacity providers: ${names || "none"}; wanted: one`,
    );
  });
};
