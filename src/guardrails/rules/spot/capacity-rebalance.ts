import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { judgeSpotGroups } from "../../vocabulary/ecs-groups";

export const capacityRebalance: Check = (plan) =>
  judgeSpotGroups(plan, ({ group }) => judgeAttribute(group, "capacity_rebalance", equals(true), false));
