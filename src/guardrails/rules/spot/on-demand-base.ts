import { atLeast } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { judgeSpotGroups } from "../../vocabulary/ecs-groups";

const LEAST = 2;

/** A group that may shrink below its base doesn't keep it. */
export const onDemandBase: Check = (plan) =>
  judgeSpotGroups(plan, ({ group }) =>
    allOf(group.address, [
      judgeAttribute(group, "mixed_instances_policy.instances_distribution.on_demand_base_capacity", atLeast(LEAST)),
      judgeAttribute(group, "min_size", atLeast(LEAST)),
    ]),
  );
