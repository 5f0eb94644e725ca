import { parseSchedule } from "../../catalogue/schedule";
import { standingCosts } from "../facts/standing-costs";
import { lowestHealthyShare, shareFailedSince } from "../measures";
import type { Platform, PlatformFacts } from "../model/platform";
import { costPerHour, spotCostPerHour } from "../running-cost";
import { claimsOf, type Run, type Scenario, START_SECONDS, type Variant } from "../scenario";

const HOUR_SECONDS = 3600;
const NIGHT_HOURS = 12;
/** The night that somebody ends before it is over. */
const SHORT_HOURS = 6;
/** The day before is so many times as busy as usual. */
const BUSY_TIMES = 2.5;
const BUSY_FROM_SECONDS = 60;
/** What the first requests are. */
const FIRST_SECONDS = 600;

/** Eight in the evening of a Wednesday, where the first scheduled action of the plan is at home. */
function evening({ plan }: PlatformFacts): number {
  const [action] = plan.resources("aws_appautoscaling_scheduled_action");
  const timezone = action?.get("timezone");
  const at = parseSchedule("at(2026-06-03T20:00:00)", typeof timezone === "string" ? timezone : "UTC");
  return at.next(0) ?? Number.NaN;
}

/** A busy day, then no request for so many hours, then as many as usual. */
function night({ world, services }: Platform, hours: number): void {
  const { simulation } = world;
  simulation.scheduleAt(BUSY_FROM_SECONDS, () => {
    for (const { traffic } of services) traffic.scale(BUSY_TIMES);
  });
  simulation.scheduleAt(START_SECONDS, () => {
    world.trace.add("traffic-ends", "every service");
    for (const { traffic } of services) {
      traffic.scale(1 / BUSY_TIMES);
      traffic.pause();
    }
  });
  simulation.scheduleAt(START_SECONDS + hours * HOUR_SECONDS, () => {
    world.trace.add("traffic-returns", "every service");
    for (const { traffic } of services) traffic.resume();
  });
}

const variants: readonly Variant[] = [
  {
    id: "night",
    title: "No request for twelve hours after a busy day, then as many as usual",
    disturb: (platform) => night(platform, NIGHT_HOURS),
  },
  {
    id: "short-night",
    title: "The first requests come after six hours, at two in the morning",
    disturb: (platform) => night(platform, SHORT_HOURS),
  },
];

/** Up to the last hour of the night, when all that is to fall has fallen. */
const LAST_HOUR = START_SECONDS + (NIGHT_HOURS - 1) * HOUR_SECONDS;

const lastOfNight = ({ samples }: Run) =>
  samples.findLast(({ second }) => second < START_SECONDS + SHORT_HOURS * HOUR_SECONDS);

/** Tasks desired at the end of the night's first half, beyond the fewest that scaling and its schedule allow. */
const tasksTooMany = (run: Run): number | undefined => {
  const fewest = run.facts.services.reduce(
    (sum, { scaling, desired }) =>
      sum +
      (scaling === undefined ? desired : Math.min(scaling.min, ...scaling.schedules.flatMap(({ min }) => min ?? []))),
    0,
  );
  const last = lastOfNight(run);
  return last && last.desiredTasks - fewest;
};

/** Instances at the end of the night's first half, beyond the groups' minimum. */
const instancesTooMany = (run: Run): number | undefined => {
  const last = lastOfNight(run);
  const floor = run.facts.groups.reduce((sum, { min }) => sum + min, 0);
  return last && last.instances.onDemand + last.instances.spot - floor;
};

const standing = ({ facts }: Run): number =>
  standingCosts(facts.plan).reduce((sum, { usdPerHour }) => sum + usdPerHour, 0);

const costOfIdleHour = (run: Run): number =>
  standing(run) + costPerHour(run.platform, LAST_HOUR, LAST_HOUR + HOUR_SECONDS);

/** Of the half hour before the night. */
const costOfBusyHour = (run: Run): number =>
  standing(run) + costPerHour(run.platform, START_SECONDS / 2, START_SECONDS);

/** What the Spot instances of the last hour cost; `undefined`: there was none. */
const costOfIdleSpot = ({ platform }: Run): number | undefined => {
  const cost = spotCostPerHour(platform, LAST_HOUR, LAST_HOUR + HOUR_SECONDS);
  return cost === 0 ? undefined : cost;
};

const lostTasks = ({ events }: Run): number =>
  events.filter(
    ({ kind, time, detail }) => kind === "task-stopped" && time >= START_SECONDS && detail === "its instance is gone",
  ).length;

const claim = claimsOf("zero-traffic-night");

export const zeroTrafficNight: Scenario = {
  id: "zero-traffic-night",
  title: "A night without a request",
  question:
    "What still runs when nobody comes for twelve hours, what does an hour of it cost, and is the morning served?",
  oftenSaid: "Auto scaling takes everything down at night, and idle Spot costs next to nothing.",
  recovery:
    "Nothing is to be done; to pay less, let the night's scheduled action lower the maximum too, and take zones, NAT gateways and endpoints out that aren't needed.",
  durationSeconds: START_SECONDS + (NIGHT_HOURS + 1) * HOUR_SECONDS,
  startEpochSeconds: evening,
  variants,
  claims: [
    claim("night", "tasks-fall", {
      text: "Without requests, target tracking takes the busy day's tasks down to the fewest that are allowed.",
      unit: "tasks",
      measure: tasksTooMany,
      limit: { atMost: 0 },
      evidence: ["traffic-ends", "service-scaled", "task-stopping"],
      insteadTrue:
        "with no request there is no data point of ALBRequestCountPerTarget, and tasks go only where all policies say so: what a busy day started stays. A scheduled action takes tasks where its maximum is lower than what runs.",
    }),
    claim("night", "instances-fall", {
      text: "Instances fall to the group's minimum.",
      unit: "instances",
      measure: instancesTooMany,
      limit: { atMost: 0 },
      evidence: ["group-resized", "instance-ending", "instance-gone"],
      insteadTrue: "an instance stays as long as it has a task, and a target capacity under 100 % keeps spare ones.",
    }),
    claim("night", "no-task-is-lost", {
      text: "What goes at night takes no task with it.",
      unit: "tasks",
      measure: lostTasks,
      limit: { atMost: 0 },
      evidence: ["instance-ending", "instance-gone"],
    }),
    claim("night", "desired-stay-healthy", {
      text: "The tasks that are desired stay healthy all night.",
      unit: "share",
      measure: lowestHealthyShare(START_SECONDS),
      limit: { atLeast: 1 },
      evidence: ["service-scaled", "task-stopping"],
    }),
    claim("night", "idle-hour", {
      text: "An hour without a request costs next to nothing: less than ten cents.",
      unit: "USD/h",
      measure: costOfIdleHour,
      limit: { atMost: 0.1 },
      evidence: ["instance-gone"],
      insteadTrue:
        "load balancer, NAT gateways, endpoints, addresses, keys and what still runs are paid for by the hour.",
    }),
    claim("night", "half-price", {
      text: "An idle hour costs at most half of a busy one.",
      unit: "share",
      measure: (run) => costOfIdleHour(run) / costOfBusyHour(run),
      limit: { atMost: 0.5 },
      evidence: ["group-resized", "instance-gone"],
      insteadTrue: "most of what is paid for doesn't follow the requests.",
    }),
    claim("night", "idle-spot-is-free", {
      text: "Spot instances cost nothing while nothing is asked of them.",
      unit: "USD/h",
      measure: costOfIdleSpot,
      limit: { atMost: 0 },
      evidence: ["traffic-ends"],
      insteadTrue: "an instance costs the same idle as busy, until it is ended.",
    }),
    claim("night", "morning-is-served", {
      text: "The first ten minutes of the morning are served.",
      unit: "share",
      measure: shareFailedSince(START_SECONDS + NIGHT_HOURS * HOUR_SECONDS, FIRST_SECONDS),
      limit: { atMost: 0.001 },
      evidence: ["traffic-returns", "service-scaled"],
    }),
    claim("short-night", "early-requests-are-served", {
      text: "Requests that come in the middle of the night are served.",
      unit: "share",
      measure: shareFailedSince(START_SECONDS + SHORT_HOURS * HOUR_SECONDS, FIRST_SECONDS),
      limit: { atMost: 0.001 },
      evidence: ["traffic-returns", "service-scaled"],
    }),
  ],
};
