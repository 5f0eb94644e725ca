import { judge } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";
import { ignoresChanges } from "../../vocabulary/ignored-changes";

export const desiredCapacityLeftToManagedScaling: Check = (plan) =>
  ecsGroups(plan)
    .filter(({ capacityProviders }) => capacityProviders.length > 0)
    .map(({ group }) =>
      judge(
        group.address,
        ignoresChanges(group, "desired_capacity"),
        "lifecycle.ignore_changes doesn't hold desired_capacity",
      ),
    );
