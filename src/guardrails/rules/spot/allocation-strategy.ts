import { oneOf } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { judgeSpotGroups } from "../../vocabulary/ecs-groups";

export const allocationStrategy: Check = (plan) =>
  judgeSpotGroups(plan, ({ group }) =>
    judgeAttribute(
      group,
      "mixed_instances_policy.instances_distribution.spot_allocation_strategy",
      oneOf("price-capacity-optimized", "capacity-optimized", "capacity-optimized-prioritized"),
    ),
  );
