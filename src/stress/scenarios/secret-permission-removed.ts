import type { Need } from "../facts/needs";
import { withoutGrant } from "../facts/roles";
import { failedRequestsSince, secondsUntilHealthy, secondsUntilWhole, shareFailedSince } from "../measures";
import { loseFullest } from "../model/outage";
import type { Platform, RunningService } from "../model/platform";
import { claimsOf, type Run, type Scenario, START_SECONDS, type Variant } from "../scenario";

/** Whose permission goes. */
type Kind = Extract<Need["kind"], "parameter" | "secret" | "key">;

/** An instance is lost so long after the permission, and with it tasks that have to start elsewhere. */
const LOST_SECONDS = 60;
/** A deployment begins then; an instance is lost when it has long been taken back. */
const DEPLOYED_SECONDS = 60;
const LOST_AFTER_ROLLBACK_SECONDS = 2400;
/** Somebody corrects IAM. */
const FIXED_SECONDS = START_SECONDS + 3600;

const REMOVED = "permission-removed";

/** The grants that let the agents read that kind of secret are taken out of their policies. */
function remove(platform: Platform, kind: Kind): void {
  for (const { agent, scheduler } of platform.services) {
    const needs = scheduler.facts.needs.filter((need) => need.kind === kind);
    const [need] = needs;
    const { role } = agent;
    if (need === undefined || role === undefined) continue;
    agent.role = withoutGrant(role, need.action);
    const isCertain = needs.some((one) => ["denied", "not allowed"].includes(agent.answer(one)));
    // What isn't known may allow it still: then there is nothing to see.
    if (isCertain) platform.world.trace.add(REMOVED, scheduler.facts.name, `${need.action} of ${role.address}`);
    else agent.role = role;
  }
}

function restore({ services, world }: Platform): void {
  for (const { agent, scheduler } of services) agent.role = scheduler.facts.executionRole;
  world.trace.add("permission-restored", "every execution role");
}

const needsIt =
  (kind: Kind) =>
  ({ scheduler }: RunningService) =>
    scheduler.facts.needs.some((need) => need.kind === kind);

interface Course {
  readonly kind: Kind;
  /** What makes tasks start. */
  readonly cause: "loss" | "deployment";
  /** Whether a deployment is forced once IAM is corrected. */
  readonly isForced?: boolean;
}

const variant = (id: string, title: string, { kind, cause, isForced = false }: Course): Variant => ({
  id,
  title,
  disturb: (platform) => {
    const at = (second: number, action: () => void) => platform.world.simulation.scheduleAt(second, action);
    const own = platform.services.filter(needsIt(kind));
    const deploy = () => {
      for (const { scheduler } of own) scheduler.deploy({});
    };
    at(START_SECONDS, () => remove(platform, kind));
    if (cause === "deployment") at(START_SECONDS + DEPLOYED_SECONDS, deploy);
    at(START_SECONDS + (cause === "loss" ? LOST_SECONDS : LOST_AFTER_ROLLBACK_SECONDS), () =>
      loseFullest(
        platform,
        own.map(({ scheduler }) => scheduler),
      ),
    );
    at(FIXED_SECONDS, () => {
      restore(platform);
      if (isForced) deploy();
    });
  },
});

/** Measured only where a permission went. */
const where =
  (measure: (run: Run) => number) =>
  (run: Run): number | undefined =>
    run.events.some(({ kind }) => kind === REMOVED) ? measure(run) : undefined;

/** Events of tasks that the agent couldn't start for want of a permission. */
const denied = ({ events }: Run) =>
  events.filter(({ kind, detail }) => kind === "task-failed-to-start" && detail?.includes("AccessDenied"));

/** Tasks that were to start, and couldn't; of each variant the same claim. */
const deniedTasks = where((run) => denied(run).length);

function keptSeconds(run: Run): number {
  const [first] = denied(run);
  if (first === undefined) return Number.POSITIVE_INFINITY;
  const kept = run.events.find(
    ({ kind, detail, time }) => kind === "event-matched" && detail === "ECS Task State Change" && time >= first.time,
  );
  return (kept?.time ?? Number.POSITIVE_INFINITY) - first.time;
}

/** Of the tasks that couldn't start, those whose container ever ran, and so could write a log. */
function loggingTasks(run: Run): number {
  const ran = new Set(run.events.filter(({ kind }) => kind === "task-running").map(({ subject }) => subject));
  return denied(run).filter(({ subject }) => ran.has(subject)).length;
}

/** How many times as many tasks were desired at most as at the beginning. */
function growth({ samples }: Run): number {
  const desired = samples.filter(({ second }) => second >= START_SECONDS).map(({ desiredTasks }) => desiredTasks);
  return Math.max(...desired) / (desired[0] ?? 0);
}

/** Until the last of the services that lost a permission has ended its deployment as failed. */
function secondsUntilFailed({ events }: Run): number {
  const own = events.filter(({ kind }) => kind === REMOVED).map(({ subject }) => subject);
  const times = own.map((name) => {
    const failed = events.find(({ kind, subject }) => kind === "deployment-failed" && subject === name);
    return failed?.time ?? Number.POSITIVE_INFINITY;
  });
  return Math.max(...times) - (START_SECONDS + DEPLOYED_SECONDS);
}

const claim = claimsOf("secret-permission-removed");

const evidence = [REMOVED, "task-failed-to-start", "event-matched"];

export const secretPermissionRemoved: Scenario = {
  id: "secret-permission-removed",
  title: "A permission to read secrets is taken away",
  question: "Who notices that the agents can't read a service's secrets any more, and how does it come back?",
  oftenSaid: "The logs show AccessDenied, and fixing IAM recovers at once.",
  recovery:
    "Put the statement back, then force a new deployment of each service: else it waits out its back-off, up to 15 minutes.",
  durationSeconds: FIXED_SECONDS + 1800,
  inapplicable: ({ services }) =>
    services.some(({ needs }) => needs.some(({ kind }) => ["parameter", "secret", "key"].includes(kind)))
      ? undefined
      : "no service has secrets",
  variants: [
    variant("ssm", "SSM parameters; an instance is lost; IAM is corrected after an hour", {
      kind: "parameter",
      cause: "loss",
    }),
    variant("ssm-forced", "The same, and a deployment is forced once IAM is corrected", {
      kind: "parameter",
      cause: "loss",
      isForced: true,
    }),
    variant("deployment", "SSM parameters; then a deployment; an instance is lost after its rollback", {
      kind: "parameter",
      cause: "deployment",
    }),
    variant("secrets-manager", "Secrets of Secrets Manager; an instance is lost", { kind: "secret", cause: "loss" }),
    variant("kms", "The customer's own key that secrets are under; an instance is lost", {
      kind: "key",
      cause: "loss",
    }),
  ],
  claims: [
    claim("ssm", "running-tasks-serve", {
      text: "Tasks that run go on serving: until one has to start, no request fails.",
      unit: "requests",
      measure: where(failedBefore(START_SECONDS + LOST_SECONDS)),
      limit: { atMost: 0.5 },
      evidence: [REMOVED],
    }),
    claim("ssm", "rest-serves", {
      text: "With an instance lost, and no task to start, the others serve nearly every request for an hour.",
      unit: "share",
      measure: where(shareFailedSince(START_SECONDS, FIXED_SECONDS - START_SECONDS)),
      limit: { atMost: 0.01 },
      evidence,
    }),
    claim("ssm", "scaling-stays", {
      text: "Nothing else changes meanwhile: the services ask for as many tasks as before.",
      unit: "times",
      measure: where(growth),
      limit: { atMost: 1 },
      evidence: [REMOVED, "service-scaled", "group-resized"],
      insteadTrue: "fewer targets have more requests each: scaling asks for ever more tasks, which can't start either.",
    }),
    claim("ssm", "reason-is-kept", {
      text: "A rule of EventBridge keeps the stopped reason within a minute.",
      unit: "s",
      measure: where(keptSeconds),
      limit: { atMost: 60 },
      evidence,
    }),
    claim("ssm", "logs-show-it", {
      text: "The logs show AccessDenied.",
      unit: "tasks",
      measure: where(loggingTasks),
      limit: { atLeast: 1 },
      evidence,
      insteadTrue:
        "the container never starts, so it has no logs: the stopped reason says it, and an event rule keeps that.",
    }),
    claim("ssm", "tasks-go-on-starting", {
      text: "A service goes on as it is until its next deployment.",
      unit: "tasks",
      measure: deniedTasks,
      limit: { atMost: 0 },
      evidence,
      insteadTrue: "each task that is replaced, for whatever cause, reads its secrets anew, and fails.",
    }),
    claim("ssm", "fix-recovers-at-once", {
      text: "Correcting IAM recovers at once: every task is healthy within a minute.",
      unit: "s",
      measure: where(secondsUntilHealthy(FIXED_SECONDS)),
      limit: { atMost: 60 },
      evidence: ["permission-restored", "task-running"],
      insteadTrue: "the scheduler waits out its back-off, which has grown up to 15 minutes.",
    }),
    claim("ssm", "fix-recovers", {
      text: "Within twenty minutes of the correction every task is healthy, without anybody's doing.",
      unit: "s",
      measure: where(secondsUntilHealthy(FIXED_SECONDS)),
      limit: { atMost: 1200 },
      evidence: ["permission-restored", "task-running"],
    }),
    claim("ssm-forced", "forced-deployment-recovers", {
      text: "With a forced deployment every task is healthy within ten minutes of the correction.",
      unit: "s",
      // What scaling had asked for meanwhile is taken away again half an hour later: that is no part of it.
      measure: where(secondsUntilWhole(FIXED_SECONDS)),
      limit: { atMost: 600 },
      evidence: ["permission-restored", "deployment-started", "task-running"],
    }),
    claim("deployment", "deployment-taken-back", {
      text: "A deployment whose tasks can't read their secrets is taken back within half an hour.",
      unit: "s",
      measure: where(secondsUntilFailed),
      limit: { atMost: 1800 },
      evidence: [REMOVED, "task-failed-to-start", "deployment-failed"],
    }),
    claim("deployment", "deployment-costs-nothing", {
      text: "It costs no request.",
      unit: "requests",
      measure: where(failedBefore(START_SECONDS + LOST_AFTER_ROLLBACK_SECONDS)),
      limit: { atMost: 0.5 },
      evidence: [REMOVED, "deployment-failed"],
    }),
    claim("deployment", "rollback-heals", {
      text: "After the rollback the service is as it was: a lost task is replaced within ten minutes.",
      unit: "s",
      measure: where(secondsUntilHealthy(START_SECONDS + LOST_AFTER_ROLLBACK_SECONDS)),
      limit: { atMost: 600 },
      evidence: ["deployment-failed", "instance-gone", "task-failed-to-start"],
      insteadTrue: "the revision before reads the same secrets: what is lost stays lost until IAM is corrected.",
    }),
    claim("secrets-manager", "secrets-manager-recovers", {
      text: "It is the same with Secrets Manager: within twenty minutes of the correction every task is healthy.",
      unit: "s",
      measure: where(secondsUntilHealthy(FIXED_SECONDS)),
      limit: { atMost: 1200 },
      evidence,
    }),
    claim("kms", "key-recovers", {
      text: "It is the same with the key that the secrets are under.",
      unit: "s",
      measure: where(secondsUntilHealthy(FIXED_SECONDS)),
      limit: { atMost: 1200 },
      evidence,
    }),
  ],
};

/** Requests that failed between the beginning and that second, without it. */
function failedBefore(second: number): (run: Run) => number {
  return (run) => failedRequestsSince(START_SECONDS)(run) - failedRequestsSince(second - 1)(run);
}
