import { judgeSpotGroups } from "../../ecs-groups";
import { atLeast } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const onDemandBase: Check = (plan) =>
  judgeSpotGroups(plan, ({ group }) =>
    judgeAttribute(group, "mixed_instances_policy.instances_distribution.on_demand_base_capacity", atLeast(2)),
  );
