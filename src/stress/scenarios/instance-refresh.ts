import type { ProtectedInstances } from "../facts/instance-refresh";
import { failedRequestsSince, lowestHealthyShare } from "../measures";
import { refreshInstances } from "../model/instance-refresh";
import type { Platform, PlatformFacts } from "../model/platform";
import { claimsOf, type Run, type Scenario, START_SECONDS, type Variant } from "../scenario";

function disturb({ world, groups }: Platform): void {
  world.simulation.scheduleAt(START_SECONDS, () => {
    for (const group of groups) refreshInstances(world, group);
  });
}

const whatAboutProtected =
  (protectedInstances: ProtectedInstances) =>
  (facts: PlatformFacts): PlatformFacts => ({
    ...facts,
    groups: facts.groups.map((group) => ({ ...group, refresh: { ...group.refresh, protectedInstances } })),
  });

const variants: readonly Variant[] = [
  { id: "as-configured", title: "Every instance is replaced, as the group's preferences say", disturb },
  {
    id: "ignore",
    title: "The same, but protected instances are ignored",
    prepare: whatAboutProtected("Ignore"),
    disturb,
  },
  {
    id: "wait",
    title: "The same, but protected instances are waited for",
    prepare: whatAboutProtected("Wait"),
    disturb,
  },
];

/** Share of the instances of the beginning that no longer run. */
const replacedShare = ({ platform }: Run): number => {
  const old = platform.groups
    .flatMap(({ launched }) => launched)
    .filter(({ launchedAt, goneAt }) => launchedAt < START_SECONDS && goneAt > START_SECONDS);
  return old.length === 0 ? 1 : old.filter(({ state }) => state === "gone").length / old.length;
};

/** Seconds until every group's refresh is through; one that fails never is. */
const secondsUntilThrough = ({ platform, events }: Run): number => {
  const ends = platform.groups.map(
    ({ facts }) =>
      events.find(({ kind, subject }) => kind === "refresh-completed" && subject === facts.address)?.time ??
      Number.POSITIVE_INFINITY,
  );
  return Math.max(...ends) - START_SECONDS;
};

const claim = claimsOf("instance-refresh");

export const instanceRefresh: Scenario = {
  id: "instance-refresh",
  title: "Every instance is replaced",
  question:
    "Does a new image or template reach every instance, without an error for a user, and how long does it take?",
  oftenSaid: "An instance refresh rolls through the group; ECS moves the tasks.",
  recovery:
    "Cancel the refresh. With protected instances left over, set scale_in_protected_instances to Refresh and start it again.",
  durationSeconds: START_SECONDS + 7200,
  inapplicable: ({ groups }) => (groups.length > 0 ? undefined : "no Auto Scaling group backs the cluster"),
  variants,
  claims: [
    claim("as-configured", "no-failed-request", {
      text: "No request fails.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["refresh-started", "instance-ending", "instance-gone", "refresh-completed"],
    }),
    claim("as-configured", "healthy-tasks", {
      text: "Healthy tasks never fall below those desired.",
      unit: "share",
      measure: lowestHealthyShare(START_SECONDS),
      limit: { atLeast: 1 },
      evidence: ["instance-ending", "target-healthy", "task-stopping"],
    }),
    claim("as-configured", "all-replaced", {
      text: "Every instance is replaced, those with protection from scale-in too.",
      unit: "share",
      measure: replacedShare,
      limit: { atLeast: 1 },
      evidence: ["refresh-completed", "refresh-failed"],
    }),
    claim("as-configured", "over-in-an-hour", {
      text: "It is over within an hour.",
      unit: "s",
      measure: secondsUntilThrough,
      limit: { atMost: 3600 },
      evidence: ["refresh-started", "instance-registered", "refresh-completed", "refresh-failed"],
    }),
    claim("ignore", "ignored-are-replaced", {
      text: "A refresh that ignores protected instances still replaces every instance.",
      unit: "share",
      measure: replacedShare,
      limit: { atLeast: 1 },
      evidence: ["refresh-completed"],
      insteadTrue:
        "ECS protects every instance that has a task, so those keep the old template for ever, and the refresh counts as a success.",
    }),
    claim("wait", "waited-for-are-replaced", {
      text: "A refresh that waits for protected instances replaces them once ECS lets go of them.",
      unit: "s",
      measure: secondsUntilThrough,
      limit: { atMost: 7200 },
      evidence: ["refresh-failed", "refresh-completed"],
      insteadTrue: "ECS lets go of an instance without tasks only, so the refresh fails after an hour.",
    }),
  ],
};
