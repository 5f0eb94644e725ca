import { describe, isNotSet } from "../../expectation";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups, isMixed } from "../../vocabulary/ecs-groups";

export const noInstanceWeights: Check = (plan) =>
  ecsGroups(plan)
    .filter((group) => isMixed(group) && group.capacityProviders.length > 0)
    .map(({ group, overrides }) => {
      const weights = overrides.map((override) => override.get("weighted_capacity"));
      const weight = weights.find((value) => !isNotSet.holds(value));
      return judge(group.address, weight === undefined, `weighted_capacity is ${describe(weight)}; wanted: not set`);
    });
