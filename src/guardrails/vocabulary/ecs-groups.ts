import { agentSettings, type CapacityGroup, capacityGroups } from "../../plan/facts/capacity";
import type { Plan } from "../../plan/plan";
import { Unknown } from "../../plan/value";
import { openIf } from "../judge";
import type { Judgement } from "../rule";

const ON_DEMAND_SHARE = "mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity";

/** The Auto Scaling groups whose instances run ECS tasks: a capacity provider or the agent's settings say so. */
export function ecsGroups(plan: Plan): readonly CapacityGroup[] {
  return capacityGroups(plan).filter(({ capacityProviders, launchTemplate }) => {
    if (capacityProviders.length > 0) return true;
    const settings = launchTemplate && agentSettings(launchTemplate);
    return settings instanceof Map && settings.size > 0;
  });
}

/**
 * Judges the groups that buy Spot: of mixed instances, unless they state 100 % On-Demand (what AWS takes for a share
 * that isn't stated is for `spot/share-stated` to say), and those whose launch template asks for Spot.
 */
export function judgeSpotGroups(plan: Plan, by: (group: CapacityGroup) => Judgement): readonly Judgement[] {
  return ecsGroups(plan)
    .filter(buysSpot)
    .map((group) => {
      const isOpen = onDemandShare(group) instanceof Unknown;
      return openIf(isOpen, by(group), "; whether it buys Spot is known only at apply");
    });
}

/** Whether some of its instances are Spot, or may be for all that it states. */
export function buysSpot(group: CapacityGroup): boolean {
  return isMixed(group) ? Number(onDemandShare(group)) !== 100 : asksForSpot(group);
}

/** Whether the group has a mixed instances policy. */
export const isMixed = ({ group }: CapacityGroup) => group.blocks("mixed_instances_policy").length > 0;

/** The share of On-Demand above the base as it is stated; `undefined`: it isn't. */
export const onDemandShare = ({ group }: CapacityGroup) => group.get(ON_DEMAND_SHARE);

const asksForSpot = ({ launchTemplate }: CapacityGroup) =>
  launchTemplate?.get("instance_market_options.market_type") === "spot";
