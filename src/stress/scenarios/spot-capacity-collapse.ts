import { failedRequestsSince, lowestHealthyShare, shareFailedSince } from "../measures";
import type { Platform } from "../model/platform";
import { type Claim, type Scenario, START_SECONDS } from "../scenario";

const HOURS = 3;

/** Every pool is dry, for hours. */
function dry(platform: Platform): void {
  for (const { facts } of platform.groups) {
    for (const { name } of facts.types) for (const zone of facts.zones) platform.market.limit(name, zone, 0);
  }
}

function reclaimAll(platform: Platform): void {
  platform.world.trace.add("spot-dry", "every pool");
  dry(platform);
  for (const group of platform.groups) {
    for (const instance of group.staying) if (instance.market === "spot") group.reclaim(instance);
  }
}

const claim = (id: string, rest: Omit<Claim, "id" | "variant">): Claim => ({
  id: `spot-capacity-collapse/${id}`,
  variant: "all-pools",
  ...rest,
});

export const spotCapacityCollapse: Scenario = {
  id: "spot-capacity-collapse",
  title: "Spot collapses for hours",
  question: "What is left when every Spot instance is reclaimed and no pool gives another one?",
  oftenSaid: "The group turns to On-Demand if Spot is short.",
  recovery:
    "The Spot fallback raises the On-Demand share; without it, raise on_demand_percentage_above_base_capacity by hand until Spot is back.",
  durationSeconds: START_SECONDS + HOURS * 3600,
  inapplicable: ({ groups }) =>
    groups.some(({ onDemandPercentageAboveBase }) => onDemandPercentageAboveBase < 100)
      ? undefined
      : "no group runs Spot",
  variants: [
    {
      id: "all-pools",
      title: "Every Spot instance is reclaimed at once, and every pool is dry for three hours",
      disturb: (platform) => platform.world.simulation.scheduleAt(START_SECONDS, () => reclaimAll(platform)),
    },
  ],
  claims: [
    claim("still-serves", {
      text: "The On-Demand base serves at least nine of ten requests.",
      unit: "share",
      measure: shareFailedSince(START_SECONDS),
      limit: { atMost: 0.1 },
      evidence: ["spot-dry", "instance-gone", "launch-failed"],
    }),
    claim("half-of-the-tasks", {
      text: "At least half of the desired tasks stay healthy.",
      unit: "share",
      measure: lowestHealthyShare(START_SECONDS),
      limit: { atLeast: 0.5 },
      evidence: ["instance-gone"],
    }),
    claim("group-turns-to-on-demand", {
      text: "Auto Scaling launches On-Demand instances in place of Spot.",
      unit: "instances",
      measure: ({ platform }) =>
        platform.groups
          .flatMap((group) => [...group.instances])
          .filter(({ market, launchedAt }) => market === "on-demand" && launchedAt >= START_SECONDS).length,
      limit: { atLeast: 1 },
      evidence: ["launch-failed"],
      insteadTrue: "a group keeps asking for Spot and never turns to On-Demand (aws/containers-roadmap#773).",
    }),
    claim("no-request-fails", {
      text: "No request fails.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["instance-gone"],
    }),
  ],
};
