import { heardWithin } from "../claims";
import { failedRequestsSince, secondsUntilHealthy, shareFailedSince } from "../measures";
import { byHand, dryUp, MEND_SECONDS, roomlessVariants } from "../roomless";
import { claimsOf, type Run, type Scenario, START_SECONDS } from "../scenario";

const before = ({ samples }: Run) => samples.filter(({ second }) => second <= MEND_SECONDS);

/** Tasks wanted and not there, right before it is mended. */
function missing(run: Run): number {
  const last = before(run).at(-1);
  return last === undefined ? 0 : last.desiredTasks - last.runningTasks;
}

/** Tasks in PROVISIONING, right before it is mended. */
const waiting = (run: Run): number => before(run).at(-1)?.waitingTasks ?? 0;

/** Requests that failed until it was mended. */
const failedUntilMended = (run: Run): number => failedRequestsSince(START_SECONDS)({ ...run, samples: before(run) });

const shareUntilMended = shareFailedSince(START_SECONDS, MEND_SECONDS - START_SECONDS);

/** Seconds until the reservation is over its target; 0 where it is from the beginning. */
function secondsUntilHigh({ events, facts }: Run): number | undefined {
  if (facts.groups.every(({ managedScaling }) => managedScaling === undefined)) return undefined;
  const own = events.filter(({ kind }) => kind === "reservation-high" || kind === "reservation-met");
  const atStart = own.filter(({ time }) => time < START_SECONDS).at(-1);
  if (atStart?.kind === "reservation-high") return 0;
  const first = own.find(({ kind, time }) => kind === "reservation-high" && time >= START_SECONDS);
  return (first?.time ?? Number.POSITIVE_INFINITY) - START_SECONDS;
}

/** Events of a kind until it is mended. */
const countOf =
  (kind: string) =>
  ({ events }: Run): number =>
    events.filter(({ kind: own, time }) => own === kind && time >= START_SECONDS && time <= MEND_SECONDS).length;

/** Seconds from the mending until the first deployment is complete. */
const completedAfterMending = ({ events }: Run): number =>
  (events.find(({ kind, time }) => kind === "deployment-completed" && time >= MEND_SECONDS)?.time ??
    Number.POSITIVE_INFINITY) - MEND_SECONDS;

/** Only where there is Spot: else there is nothing to measure. */
const ofSpot =
  (measure: (run: Run) => number) =>
  (run: Run): number | undefined =>
    run.events.some(({ kind, time }) => kind === "spot-notice" && time >= START_SECONDS) ? measure(run) : undefined;

const claim = claimsOf("pending-task-deadlock");

const NO_REQUEST = { unit: "requests", limit: { atMost: 0.5 } } as const;

export const pendingTaskDeadlock: Scenario = {
  id: "pending-task-deadlock",
  title: "Ten tasks are wanted, and there is room for six",
  question: "Who notices that tasks wait for capacity that doesn't come, and what ends it?",
  oftenSaid: "Scaling always converges: the capacity provider adds what the tasks need.",
  recovery:
    "Raise the group's maximum, or give it types that hold the task; tasks in PROVISIONING start by themselves as soon as there is room.",
  durationSeconds: MEND_SECONDS + 1800,
  inapplicable: ({ groups }) => (groups.length > 0 ? undefined : "the plan has no group that instances come from"),
  variants: roomlessVariants,
  claims: [
    claim("at-maximum", "scaling-converges", {
      text: "Scaling converges: every task that is wanted runs within half an hour.",
      unit: "tasks",
      measure: missing,
      limit: { atMost: 0 },
      evidence: ["desired-set", "task-provisioning", "reservation-high"],
      insteadTrue:
        "at the group's maximum the tasks stay in PROVISIONING, with a reservation over its target, until somebody raises it.",
    }),
    claim("at-maximum", "at-maximum-is-seen", {
      text: "The reservation is over its target within three minutes, where an alarm sees it.",
      unit: "s",
      measure: secondsUntilHigh,
      limit: { atMost: 180 },
      evidence: ["reservation-high"],
    }),
    claim("at-maximum", "at-maximum-serves-on", {
      text: "What runs serves on: no request fails meanwhile.",
      measure: failedUntilMended,
      evidence: ["task-provisioning"],
      ...NO_REQUEST,
    }),
    claim("at-maximum", "at-maximum-recovers", {
      text: "Once the maximum is raised, every task is healthy within ten minutes.",
      unit: "s",
      measure: secondsUntilHealthy(MEND_SECONDS),
      limit: { atMost: 600 },
      evidence: ["group-maximum-set", "group-resized", "instance-registered", "task-running"],
    }),
    claim("deployed-at-maximum", "breaker-ends-it", {
      text: "The circuit breaker ends a deployment that finds no room.",
      unit: "times",
      measure: countOf("deployment-failed"),
      limit: { atLeast: 1 },
      evidence: ["deployment-started", "task-provisioning"],
      insteadTrue:
        "a task in PROVISIONING is no failed task: the deployment stands still for as long as there is no room.",
    }),
    claim("deployed-at-maximum", "standstill-costs-nothing", {
      text: "The revision before serves on while the deployment stands still: no request fails.",
      measure: failedUntilMended,
      evidence: ["deployment-started"],
      ...NO_REQUEST,
    }),
    claim("deployed-at-maximum", "standstill-ends", {
      text: "Once the maximum is raised, the deployment is complete within a quarter of an hour.",
      unit: "s",
      measure: completedAfterMending,
      limit: { atMost: 900 },
      evidence: ["group-maximum-set", "instance-registered", "deployment-completed"],
    }),
    claim("provider-off", "off-waits", {
      text: "Without managed scaling, tasks without room wait in PROVISIONING.",
      unit: "tasks",
      measure: (run) => Math.max(...before(run).map(({ waitingTasks }) => waitingTasks)),
      limit: { atLeast: 1 },
      evidence: ["desired-set", "task-placement-failed"],
      insteadTrue: "each fails at once, and the service tries again and again: only its events say so.",
    }),
    claim("provider-off", "off-is-said", {
      text: "The service says that it was unable to place a task.",
      unit: "times",
      measure: countOf("task-placement-failed"),
      limit: { atLeast: 1 },
      evidence: ["task-placement-failed"],
    }),
    claim("provider-off", "off-recovers", {
      text: "With instances added by hand, every task is healthy within ten minutes.",
      unit: "s",
      measure: secondsUntilHealthy(MEND_SECONDS),
      limit: { atMost: 600 },
      evidence: ["group-resized", "instance-registered", "task-running"],
    }),
    claim("spot-dry-with-base", "base-serves", {
      text: "With an On-Demand base, fewer than one request in a hundred fails while Spot is dry.",
      unit: "share",
      measure: ofSpot(shareUntilMended),
      limit: { atMost: 0.01 },
      evidence: ["spot-dry", "spot-notice", "instance-gone", "launch-failed"],
    }),
    claim("spot-dry-with-base", "base-recovers", {
      text: "Once Spot is back, every task is healthy within a quarter of an hour.",
      unit: "s",
      measure: ofSpot(secondsUntilHealthy(MEND_SECONDS)),
      limit: { atMost: 900 },
      evidence: ["mended", "instance-registered", "task-running"],
    }),
    claim("spot-dry-without-base", "spot-alone-serves", {
      text: "Spot alone serves nine of ten requests while it is dry.",
      unit: "share",
      measure: ofSpot(shareUntilMended),
      limit: { atMost: 0.1 },
      evidence: ["spot-dry", "instance-gone", "launch-failed"],
      insteadTrue:
        "two minutes after the notices nothing is left to run on, and every request fails until Spot is back.",
    }),
    claim("task-too-large", "too-large-is-placed", {
      text: "A task that fits the largest of the group's types gets an instance of it.",
      unit: "tasks",
      measure: waiting,
      limit: { atMost: 0 },
      evidence: ["deployment-started", "task-provisioning"],
      insteadTrue:
        "unless the smallest type holds it too, it is left out of the reckoning: it stays in PROVISIONING, and the group at its size.",
    }),
    claim("task-too-large", "too-large-is-seen", {
      text: "The reservation tells of tasks that wait for a larger instance.",
      unit: "s",
      measure: (run) => {
        const seconds = secondsUntilHigh(run);
        return seconds !== undefined && seconds > MEND_SECONDS - START_SECONDS ? Number.POSITIVE_INFINITY : seconds;
      },
      limit: { atMost: 600 },
      evidence: ["task-provisioning"],
      insteadTrue: "it stays where it was, and its alarm quiet; only the number of waiting tasks tells.",
    }),
    claim("task-too-large", "too-large-costs-nothing", {
      text: "The revision before serves on: no request fails of it.",
      measure: failedRequestsSince(START_SECONDS),
      evidence: ["deployment-started"],
      ...NO_REQUEST,
    }),
    claim("task-too-large", "too-large-recovers", {
      text: "A revision of the former size is out within a quarter of an hour.",
      unit: "s",
      measure: completedAfterMending,
      limit: { atMost: 900 },
      evidence: ["deployment-started", "deployment-completed"],
    }),
    heardWithin("pending-task-deadlock", "task-too-large", 20, { evidence: ["alarm"] }),
  ],
  boundaries: [
    {
      claim: "pending-task-deadlock/base-serves",
      quantity: "On-Demand instances of the base",
      unit: "instances",
      from: 12,
      to: 0,
      precision: 1,
      at: (value) => ({
        prepare: byHand(({ max }) => ({ onDemandBase: Math.round(value), max: 10 * max })),
        disturb: dryUp,
      }),
    },
  ],
};
