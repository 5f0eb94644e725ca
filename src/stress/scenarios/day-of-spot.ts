import { longestShortfallSince, shareFailedSince } from "../measures";
import type { Platform, PlatformFacts } from "../model/platform";
import { watchShortfall } from "../model/shortfall";
import { costPerHour, costPerHourOnDemand, instancesOf } from "../running-cost";
import { type Claim, claimsOf, type Run, type Scenario, START_SECONDS, type Variant } from "../scenario";
import { drawTraces, seedOf } from "../spot/draw";
import { generateTraces } from "../spot/generator";
import { closePools, playTraces } from "../spot/playback";
import { type PoolTrace, ticksOf } from "../spot/pool-trace";
import { isSamePool, type PlayedTrace, poolsOf } from "../spot/pools";
import { SPOT_PROFILES } from "../spot/profiles";
import { correlationOf } from "../spot/statistics";
import { StressError } from "../stress-error";

const DAY_SECONDS = 24 * 3600;
const HARD = SPOT_PROFILES["r5-16xlarge"];

function playDay(platform: Platform, traces: readonly PlayedTrace[]): void {
  watchShortfall(platform);
  playTraces(platform, traces, START_SECONDS);
}

const isRecorded = ({ spotTraces }: PlatformFacts) => spotTraces.length > 0;
/**
 * As long as the shortest of the recordings.
 * @throws StressError if there is none, with which it would have no end
 */
function recordedSeconds({ spotTraces }: PlatformFacts): number {
  if (spotTraces.length > 0) return Math.min(...spotTraces.map(({ trace }) => trace.seconds));
  throw new StressError("day-of-spot, recorded: there is no recording to play; give one with --spot-trace FILE");
}

const variants: readonly Variant[] = [
  {
    id: "ordinary-day",
    title: "Each pool as one of a small general-purpose type: less than 5 % interrupted in a month",
    isRun: (facts) => !isRecorded(facts),
    disturb: (platform) => playDay(platform, drawTraces(platform, SPOT_PROFILES.ordinary, DAY_SECONDS)),
  },
  {
    id: "hard-day",
    title:
      "Each zone's pools as one of r5.16xlarge in us-east-1, which is reclaimed every 1 to 5 hours; at times all are dry",
    isRun: (facts) => !isRecorded(facts),
    disturb: (platform) => playDay(platform, drawTraces(platform, HARD, DAY_SECONDS)),
  },
  {
    id: "recorded",
    title: "The recordings that were given, from their first moment to the shortest one's last",
    isRun: isRecorded,
    durationSeconds: (facts) => START_SECONDS + recordedSeconds(facts),
    disturb: (platform) => {
      const { groups, spotTraces } = platform.facts;
      closePools(
        platform,
        poolsOf(groups).filter((pool) => !spotTraces.some((recorded) => isSamePool(recorded, pool))),
      );
      playDay(platform, spotTraces);
    },
  },
];

/** Time that is looked at to tell how zones go dry together, and how often it is looked. */
const LONG_SECONDS = 60 * DAY_SECONDS;
const LOOK_SECONDS = 300;

/** How many times as often pools are all dry as if each went its own way; `undefined`: they are never dry. */
function timesIndependent(traces: readonly PoolTrace[]): number | undefined {
  if (traces.length < 2) return undefined;
  const { allDry, ifIndependent } = correlationOf(traces.map((trace) => ticksOf(trace, LOOK_SECONDS)));
  return ifIndependent === 0 ? undefined : allDry / ifIndependent;
}

/** Instances above the base, of all groups. */
function aboveBase({ platform }: Run): { readonly spot: number; readonly onDemand: number } {
  const base = platform.groups.reduce((sum, { facts }) => sum + facts.onDemandBase, 0);
  return {
    spot: instancesOf("spot", platform, START_SECONDS),
    onDemand: Math.max(0, instancesOf("on-demand", platform, START_SECONDS) - base),
  };
}

const claim = (variant: string, id: string, rest: Omit<Claim, "id" | "variant">): Claim =>
  claimsOf("day-of-spot")(variant, `${variant}-${id}`, rest);

/** What is promised of every day. */
const everyDay = (variant: string): readonly Claim[] => [
  claim(variant, "served", {
    text: "At least 999 of 1,000 requests are served.",
    unit: "share",
    measure: shareFailedSince(START_SECONDS),
    limit: { atMost: 0.001 },
    evidence: ["spot-notice", "instance-gone", "service-short"],
  }),
  claim(variant, "tasks", {
    text: "No service has fewer healthy tasks than desired for more than ten minutes at a time.",
    unit: "s",
    measure: longestShortfallSince(START_SECONDS),
    limit: { atMost: 600 },
    evidence: ["service-short", "service-whole"],
  }),
];

/** What is said of Spot, and depends on the pools. */
const hardDay = (variant: string, zones: (run: Run) => readonly PoolTrace[]): readonly Claim[] => [
  ...everyDay(variant),
  claim(variant, "mostly-spot", {
    text: "Beyond the base it is Spot that runs, not On-Demand in its place, for at least half of the instance-hours.",
    unit: "share",
    measure: (run) => {
      const { spot, onDemand } = aboveBase(run);
      return spot + onDemand === 0 ? undefined : spot / (spot + onDemand);
    },
    limit: { atLeast: 0.5 },
    evidence: ["instance-launched"],
    insteadTrue: "where pools are dry for hours, the fallback runs On-Demand in place of Spot, as it should.",
  }),
  claim(variant, "seldom-reclaimed", {
    text: "A Spot instance is seldom reclaimed: none is in a day.",
    unit: "times",
    measure: ({ events }) => events.filter(({ kind, time }) => kind === "spot-notice" && time >= START_SECONDS).length,
    limit: { atMost: 0 },
    evidence: ["spot-notice"],
    insteadTrue: "it depends on the pool: large sizes and GPUs were reclaimed every one to five hours.",
  }),
  claim(variant, "zones-independent", {
    text: "Zones run out of Spot independently of each other: all of them at once at most half as often again as by chance.",
    unit: "times",
    measure: (run) => timesIndependent(zones(run)),
    limit: { atMost: 1.5 },
    evidence: ["spot-capacity"],
    insteadTrue:
      "zones go dry together: all three of r5.16xlarge did seven times as often as by chance, 2.3 % of the time.",
  }),
  claim(variant, "saving", {
    text: "With Spot, the instances cost less than half of what they would On-Demand.",
    unit: "share",
    measure: ({ platform }) => costPerHour(platform, START_SECONDS) / costPerHourOnDemand(platform, START_SECONDS),
    limit: { atMost: 0.5 },
    evidence: ["instance-launched"],
    insteadTrue:
      "only what is above the On-Demand base is cheaper; the smaller the platform, the larger the base's share.",
  }),
];

/** The facts with so much less of the On-Demand base; Spot runs in its place. */
const withoutBase = (facts: PlatformFacts, share: number): PlatformFacts => ({
  ...facts,
  groups: facts.groups.map((group) => ({ ...group, onDemandBase: Math.round(group.onDemandBase * (1 - share)) })),
});

export const dayOfSpot: Scenario = {
  id: "day-of-spot",
  title: "A day of Spot",
  question: "What does a day of the Spot market cost in requests, tasks and money?",
  oftenSaid: "Spot is seldom reclaimed, and never in all zones at once.",
  recovery: "Nothing is to be done: the group takes from other pools, and comes back to those that have been dry.",
  durationSeconds: START_SECONDS + DAY_SECONDS,
  inapplicable: ({ groups }) =>
    groups.some(({ onDemandPercentageAboveBase }) => onDemandPercentageAboveBase < 100)
      ? undefined
      : "no group runs Spot",
  variants,
  boundaries: [
    {
      claim: "day-of-spot/hard-day-served",
      quantity: "share of the On-Demand base that is Spot instead",
      unit: "share",
      from: 0,
      to: 1,
      precision: 0.1,
      at: (share) => ({
        prepare: (facts) => withoutBase(facts, share),
        disturb: (platform) => playDay(platform, drawTraces(platform, HARD, DAY_SECONDS)),
      }),
    },
  ],
  // Something may happen at any time of it: what counts is the longest time that something was missing.
  recoverySeconds: longestShortfallSince(START_SECONDS),
  claims: [
    ...everyDay("ordinary-day"),
    ...hardDay("hard-day", ({ platform }) => {
      const [zones = []] = generateTraces(HARD, { seed: seedOf(platform), seconds: LONG_SECONDS });
      return zones;
    }),
    ...hardDay("recorded", ({ facts }) => facts.spotTraces.map(({ trace }) => trace)),
  ],
};
