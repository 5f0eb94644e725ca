import { failedRequestsSince, secondsUntilDeployed } from "../measures";
import { lowerBound, upperBound } from "../model/deployment-rules";
import type { Platform } from "../model/platform";
import type { Behaviour } from "../model/task";
import { replay, timesOf } from "../replay";
import { claimsOf, type Run, type Scenario, START_SECONDS } from "../scenario";

/** The reclaim comes when the first new tasks are being pulled. */
const REST_SECONDS = 30;
/** Seconds that an application of the slow kind takes to answer. */
const SLOW_START_SECONDS = 30;
/** Of its grace period an application that nearly misses it takes so much to answer. */
const NEARLY_LATE_SHARE = 0.95;
/** The image that is slow to be pulled is out long before it all begins. */
const EARLY_SECONDS = 60;

const deploy = (behaviour: Behaviour) => (platform: Platform) => {
  platform.world.simulation.scheduleAt(START_SECONDS, () => {
    for (const { scheduler } of platform.services) scheduler.deploy(behaviour);
  });
};

const deployNearlyLate = (platform: Platform) => {
  platform.world.simulation.scheduleAt(START_SECONDS, () => {
    for (const { scheduler } of platform.services) {
      scheduler.deploy({ startSeconds: NEARLY_LATE_SHARE * scheduler.facts.healthCheckGraceSeconds });
    }
  });
};

/** One Spot instance goes while the deployment is under way, of an image that takes so long to be pulled. */
const deployUnderReclaim = (imagePullSeconds?: number) => (platform: Platform) => {
  const behaviour = imagePullSeconds === undefined ? {} : { imagePullSeconds };
  if (imagePullSeconds !== undefined) {
    platform.world.simulation.scheduleAt(EARLY_SECONDS, () => {
      for (const { scheduler } of platform.services) scheduler.deploy(behaviour);
    });
  }
  deploy(behaviour)(platform);
  platform.world.simulation.scheduleAt(START_SECONDS + REST_SECONDS, () => {
    for (const group of platform.groups) {
      const spot = group.staying.filter(({ market, tasks }) => market === "spot" && tasks.size > 0);
      for (const instance of spot.slice(0, 1)) group.reclaim(instance);
    }
  });
};

/** Old tasks that left the load balancer before as many new ones were healthy. */
function tooEarly(run: Run): number {
  const revisions = new Map<string, boolean>();
  const balance = new Map<string, number>();
  let violations = 0;
  for (const { event, service } of replay(run, START_SECONDS)) {
    const { kind, subject } = event;
    if (kind === "task-provisioning") revisions.set(subject, true);
    const isNew = revisions.has(subject);
    const surplus = balance.get(service) ?? 0;
    if ((kind === "target-healthy" || kind === "task-healthy") && isNew) balance.set(service, surplus + 1);
    if (kind === "task-stopping" && !isNew) {
      if (surplus < 1) violations += 1;
      balance.set(service, surplus - 1);
    }
  }
  return violations;
}

/** Tasks whose end didn't go in its order: deregistered, drained, SIGTERM, stopped. */
function outOfOrder({ events, platform }: Run): number {
  const delays = new Map(
    platform.services.map(({ scheduler: { facts } }) => [facts.name, facts.target?.deregistrationDelaySeconds]),
  );
  const own = events.filter(({ time }) => time >= START_SECONDS);
  const replaced = own.filter(({ kind, detail }) => kind === "task-stopping" && detail === "replaced");
  const times = timesOf(own);
  return replaced.filter(({ subject }) => {
    const delay = delays.get(subject.replace(/\/\d+$/, ""));
    const at = (kind: string) => times.get(subject)?.get(kind) ?? Number.NaN;
    const isDrained = delay === undefined || at("task-sigterm") - at("target-deregistered") >= delay;
    return !(isDrained && at("task-sigterm") <= at("task-stopped"));
  }).length;
}

const bounds = ({ facts }: Run) => new Map(facts.services.map((service) => [service.name, service]));

const claim = claimsOf("deployment-safety");

const lowestHealthy = (run: Run): number =>
  Math.min(...replay(run, START_SECONDS).map(({ healthy, desired }) => (desired === 0 ? 1 : healthy / desired)));

export const deploymentSafety: Scenario = {
  id: "deployment-safety",
  title: "A good deployment, event by event",
  question: "In what order does a deployment start and stop tasks, and does a user notice?",
  oftenSaid: "A rolling deployment is without downtime.",
  recovery:
    "Nothing is to be done; a deployment that stands still is rolled back by deploying the last revision again.",
  durationSeconds: START_SECONDS + 3600,
  variants: [
    { id: "good", title: "Every service is deployed anew", disturb: deploy({}) },
    {
      id: "slow-start",
      title: `Every service is deployed anew, and takes ${SLOW_START_SECONDS} s until it answers`,
      disturb: deploy({ startSeconds: SLOW_START_SECONDS }),
    },
    {
      id: "nearly-late",
      title: "Every service is deployed anew, and takes nearly all of its grace period until it answers",
      disturb: deployNearlyLate,
    },
    {
      id: "under-reclaim",
      title: "A Spot instance is reclaimed while every service is deployed anew",
      disturb: deployUnderReclaim(),
    },
  ],
  claims: [
    claim("good", "new-before-old", {
      text: "No old task leaves the load balancer before a new one is healthy in its place.",
      unit: "tasks",
      measure: tooEarly,
      limit: { atMost: 0 },
      evidence: ["task-provisioning", "task-pending", "task-running", "target-healthy", "target-deregistered"],
    }),
    claim("good", "drained-before-stopped", {
      text: "Each old task is deregistered, drained, asked to end by SIGTERM and then stopped, in this order.",
      unit: "tasks",
      measure: outOfOrder,
      limit: { atMost: 0 },
      evidence: ["target-deregistered", "task-sigterm", "task-stopped"],
    }),
    claim("good", "none-killed", {
      text: "No old task has to be killed: each ends within its stop timeout.",
      unit: "tasks",
      measure: ({ events }) =>
        events.filter(({ kind, time }) => kind === "task-killed" && time >= START_SECONDS).length,
      limit: { atMost: 0 },
      evidence: ["task-sigterm", "task-stopped", "task-killed"],
    }),
    claim("good", "minimum-healthy", {
      text: "There are never fewer healthy tasks than the minimum healthy percent.",
      unit: "tasks",
      measure: (run) =>
        replay(run, START_SECONDS).filter(
          ({ service, healthy, desired }) =>
            healthy < lowerBound(desired, bounds(run).get(service)?.minimumHealthyPercent ?? 0),
        ).length,
      limit: { atMost: 0 },
      evidence: ["target-healthy", "target-deregistered"],
    }),
    claim("good", "maximum-percent", {
      text: "There are never more tasks than the maximum percent.",
      unit: "tasks",
      measure: (run) =>
        replay(run, START_SECONDS).filter(
          ({ service, active, desired }) =>
            active > upperBound(desired, bounds(run).get(service)?.maximumPercent ?? Number.POSITIVE_INFINITY),
        ).length,
      limit: { atMost: 0 },
      evidence: ["task-provisioning", "task-stopping"],
    }),
    claim("good", "healthy-tasks", {
      text: "Healthy tasks never fall below those desired.",
      unit: "share",
      measure: lowestHealthy,
      limit: { atLeast: 1 },
      evidence: ["target-healthy", "target-deregistered"],
    }),
    claim("good", "no-failed-request", {
      text: "No request fails.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["target-healthy", "target-deregistered", "task-sigterm"],
    }),
    claim("good", "completes", {
      text: "The deployment is complete within a quarter of an hour, its watch by alarms included.",
      unit: "s",
      measure: secondsUntilDeployed(START_SECONDS),
      limit: { atMost: 900 },
      evidence: ["deployment-started", "deployment-completed"],
    }),
    claim("slow-start", "slow-start-completes", {
      text: `A service that takes ${SLOW_START_SECONDS} s to answer is deployed all the same.`,
      unit: "s",
      measure: secondsUntilDeployed(START_SECONDS),
      limit: { atMost: 900 },
      evidence: ["target-unhealthy", "target-healthy", "deployment-completed"],
    }),
    claim("nearly-late", "grace-as-long-as-start", {
      text: "A grace period longer than the application's start is long enough.",
      unit: "s",
      measure: secondsUntilDeployed(START_SECONDS),
      limit: { atMost: 900 },
      evidence: ["target-unhealthy", "target-healthy", "deployment-failed", "deployment-completed"],
      insteadTrue:
        "a target that fails its first checks needs the healthy threshold of passed ones: the grace period must cover the start and all of those.",
    }),
    claim("under-reclaim", "whole-under-reclaim", {
      text: "A reclaim of one Spot instance in mid-deployment takes no service below its desired healthy tasks.",
      unit: "share",
      measure: (run) =>
        run.events.some(({ kind, time }) => kind === "spot-notice" && time >= START_SECONDS)
          ? lowestHealthy(run)
          : undefined,
      limit: { atLeast: 1 },
      evidence: ["spot-notice", "target-healthy", "task-stopping", "instance-gone"],
    }),
  ],
  boundaries: [
    {
      claim: "deployment-safety/whole-under-reclaim",
      quantity: "seconds that an image takes to be pulled",
      unit: "s",
      from: 5,
      to: 600,
      precision: 5,
      at: (seconds) => ({ disturb: deployUnderReclaim(seconds) }),
    },
    {
      claim: "deployment-safety/slow-start-completes",
      quantity: "seconds that a new task takes until it answers",
      unit: "s",
      from: 5,
      to: 600,
      precision: 5,
      at: (seconds) => ({ disturb: deploy({ startSeconds: seconds }) }),
    },
  ],
};
