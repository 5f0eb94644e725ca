import { ecsGroups, isMixed, onDemandShare } from "../../ecs-groups";
import { isSet } from "../../expectation";
import { judgeValue } from "../../judge";
import type { Check } from "../../rule";

export const shareStated: Check = (plan) =>
  ecsGroups(plan)
    .filter(isMixed)
    .map((group) =>
      judgeValue(group.group.address, "on_demand_percentage_above_base_capacity", onDemandShare(group), isSet),
    );
