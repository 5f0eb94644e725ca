import { judge } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";
import { ignoresChanges } from "../../vocabulary/ignored-changes";
import { fallbacksOf } from "../../vocabulary/spot-fallbacks";

/** The share itself, and what it is in. */
const PATHS = [
  "mixed_instances_policy[0].instances_distribution[0].on_demand_percentage_above_base_capacity",
  "mixed_instances_policy[0].instances_distribution",
  "mixed_instances_policy",
];

export const shareLeftToFallback: Check = (plan) =>
  ecsGroups(plan)
    .filter(({ group }) => fallbacksOf(plan, group).length > 0)
    .map(({ group }) =>
      judge(
        group.address,
        PATHS.some((path) => ignoresChanges(group, path)),
        "lifecycle.ignore_changes doesn't hold on_demand_percentage_above_base_capacity",
      ),
    );
