import type { CapacityGroup } from "../../plan/facts/capacity";
import type { ServiceFact } from "../../plan/facts/services";
import type { Plan } from "../../plan/plan";
import { buysSpot, ecsGroups } from "./ecs-groups";

/** The groups with Spot that a service's tasks run on. */
export function spotGroupsOf(plan: Plan, { capacityProviders }: ServiceFact): readonly CapacityGroup[] {
  return ecsGroups(plan)
    .filter(buysSpot)
    .filter((group) => group.capacityProviders.some((provider) => capacityProviders.includes(provider)));
}
