import { heardWithin } from "../claims";
import { callsAction } from "../facts/automations";
import { failedRequestsSince, lowestHealthyShare, shareFailedSince } from "../measures";
import type { Platform, PlatformFacts } from "../model/platform";
import { type Claim, claimsOf, type Run, type Scenario, START_SECONDS } from "../scenario";

const HOURS = 3;
/** For so long every pool is dry, where Spot comes back. */
const DRY_SECONDS = 1800;

/** What every pool still gives. */
function setPools(platform: Platform, instances: number | undefined): void {
  for (const { facts } of platform.groups) {
    for (const { name } of facts.types) for (const zone of facts.zones) platform.market.limit(name, zone, instances);
  }
}

/** Every Spot instance is reclaimed, and every pool is dry. */
function collapse(platform: Platform): void {
  platform.world.simulation.scheduleAt(START_SECONDS, () => {
    platform.world.trace.add("spot-dry", "every pool");
    setPools(platform, 0);
    for (const group of platform.groups) {
      for (const instance of group.staying) if (instance.market === "spot") group.reclaim(instance);
    }
  });
}

function comeBack(platform: Platform): void {
  platform.world.trace.add("spot-back", "every pool");
  setPools(platform, undefined);
}

const withoutFallback = (facts: PlatformFacts): PlatformFacts => ({
  ...facts,
  automations: facts.automations.filter((automation) => !callsAction(automation, "autoscaling:updateAutoScalingGroup")),
});

const claim = (id: string, rest: Omit<Claim, "id" | "variant">, variant = "all-pools"): Claim =>
  claimsOf("spot-capacity-collapse")(variant, id, rest);

/** Seconds until as many instances as before take tasks, and it stays so; never is infinite. */
function secondsUntilCapacityIsBack({ samples }: Run): number {
  const instances = (sample: Run["samples"][number]) => sample.instances.onDemand + sample.instances.spot;
  const before = samples.find(({ second }) => second >= START_SECONDS);
  if (before === undefined) return 0;
  const short = samples.filter((sample) => sample.second > START_SECONDS && instances(sample) < instances(before));
  const last = short.at(-1);
  if (last === undefined) return 0;
  return last === samples.at(-1) ? Number.POSITIVE_INFINITY : last.second - START_SECONDS;
}

/** Seconds from Spot's return until each group's share is the plan's again; never is infinite. */
function secondsUntilShareIsBack({ events, platform }: Run): number | undefined {
  if (!events.some(({ kind }) => kind === "on-demand-share-set")) return undefined;
  const isBack = platform.groups.every((group) => {
    return group.onDemandPercentageAboveBase === group.facts.onDemandPercentageAboveBase;
  });
  const last = events.findLast(({ kind }) => kind === "on-demand-share-set");
  if (!isBack || last === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(0, last.time - START_SECONDS - DRY_SECONDS);
}

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
      disturb: collapse,
    },
    {
      id: "spot-returns",
      title: "The same, and after half an hour every pool gives instances again",
      disturb: (platform) => {
        collapse(platform);
        platform.world.simulation.scheduleAt(START_SECONDS + DRY_SECONDS, () => comeBack(platform));
      },
    },
    {
      id: "without-fallback",
      title: "Every pool is dry, and nothing moves the share of On-Demand",
      prepare: withoutFallback,
      disturb: collapse,
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
    claim("capacity-back", {
      text: "The Spot fallback has as many instances as before there within half an hour, On-Demand.",
      unit: "s",
      measure: secondsUntilCapacityIsBack,
      limit: { atMost: 1800 },
      evidence: ["launch-failed", "automation-started", "on-demand-share-set", "instance-registered"],
    }),
    claim(
      "share-comes-down",
      {
        text: "Within two hours of Spot's return the share of On-Demand is the plan's again.",
        unit: "s",
        measure: secondsUntilShareIsBack,
        limit: { atMost: 7200 },
        evidence: ["spot-back", "on-demand-share-set"],
      },
      "spot-returns",
    ),
    claim(
      "group-turns-to-on-demand",
      {
        text: "Auto Scaling by itself launches On-Demand instances in place of Spot.",
        unit: "instances",
        measure: ({ platform }) =>
          platform.groups
            .flatMap((group) => [...group.instances])
            .filter(({ market, launchedAt }) => market === "on-demand" && launchedAt >= START_SECONDS).length,
        limit: { atLeast: 1 },
        evidence: ["launch-failed"],
        insteadTrue: "a group keeps asking for Spot and never turns to On-Demand (aws/containers-roadmap#773).",
      },
      "without-fallback",
    ),
    claim("no-request-fails", {
      text: "No request fails.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["instance-gone"],
    }),
    heardWithin("spot-capacity-collapse", "all-pools", 5, { evidence: ["spot-notice", "event-matched", "alarm"] }),
  ],
  boundaries: [
    {
      claim: "spot-capacity-collapse/half-of-the-tasks",
      quantity: "On-Demand instances that are missing in the base",
      unit: "instances",
      from: 0,
      to: 5,
      precision: 1,
      at: (missing) => ({
        disturb: collapse,
        prepare: (facts) => ({
          ...facts,
          groups: facts.groups.map((group) => ({ ...group, onDemandBase: Math.max(0, group.onDemandBase - missing) })),
        }),
      }),
    },
  ],
};
