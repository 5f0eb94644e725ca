import { isSet } from "../../expectation";
import { judgeValue } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups, isMixed, onDemandShare } from "../../vocabulary/ecs-groups";

export const shareStated: Check = (plan) =>
  ecsGroups(plan)
    .filter(isMixed)
    .map((group) =>
      judgeValue(group.group.address, "on_demand_percentage_above_base_capacity", onDemandShare(group), isSet),
    );
