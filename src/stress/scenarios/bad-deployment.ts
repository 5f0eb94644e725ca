import { heardWithin } from "../claims";
import { failedRequestsSince, lowestHealthyShare, secondsUntil, shareFailedSince } from "../measures";
import type { Platform } from "../model/platform";
import type { Behaviour } from "../model/task";
import { claimsOf, type Scenario, START_SECONDS, type Variant } from "../scenario";

const deploy = (behaviour: Behaviour) => (platform: Platform) => {
  platform.world.simulation.scheduleAt(START_SECONDS, () => {
    for (const { scheduler } of platform.services) scheduler.deploy(behaviour);
  });
};

const variant = (id: string, title: string, behaviour: Behaviour): Variant => ({
  id,
  title,
  disturb: deploy(behaviour),
});

/** Seconds in service after which a slow leak ends a task. */
const LEAK_SECONDS = 1200;

const claim = claimsOf("bad-deployment");

export const badDeployment: Scenario = {
  id: "bad-deployment",
  title: "A deployment that fails",
  question: "Is a bad revision stopped and taken back, and what does it cost until then?",
  oftenSaid: "The circuit breaker rolls a bad deployment back.",
  recovery:
    "The circuit breaker or the deployment's alarm rolls back by itself; without them, deploy the last good revision by hand.",
  durationSeconds: START_SECONDS + 7200,
  variants: [
    variant("crashes", "Its containers end before they run", { failsToStart: true }),
    variant("never-healthy", "It never passes a health check", { neverHealthy: true }),
    variant("errors", "It is healthy, and answers every fifth request with an error", { errorShare: 0.2 }),
    variant("flaky", "A quarter of its starts fail: their containers end before they run", { failsToStart: 0.25 }),
    {
      ...variant("ends", "It is healthy, and its containers end after a minute in service", { endsAfterSeconds: 60 }),
      // It goes on as it began, with more events than all the others have together.
      durationSeconds: () => START_SECONDS + 3600,
    },
    variant("leak", "A slow leak: its containers end after 20 minutes in service", { endsAfterSeconds: LEAK_SECONDS }),
  ],
  claims: [
    claim("crashes", "crashes-cost-nothing", {
      text: "A revision that crashes costs no request.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["task-failed-to-start", "deployment-failed"],
    }),
    claim("crashes", "crashes-rolled-back", {
      text: "A revision that crashes is taken back within half an hour.",
      unit: "s",
      measure: secondsUntil("deployment-failed", START_SECONDS),
      limit: { atMost: 1800 },
      evidence: ["deployment-failed"],
    }),
    claim("never-healthy", "unhealthy-costs-nothing", {
      text: "A revision that is never healthy costs no request.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["target-unhealthy", "deployment-failed"],
    }),
    claim("never-healthy", "unhealthy-rolled-back", {
      text: "A revision that is never healthy is taken back within a quarter of an hour.",
      unit: "s",
      measure: secondsUntil("deployment-failed", START_SECONDS),
      limit: { atMost: 900 },
      evidence: ["deployment-failed"],
    }),
    claim("errors", "errors-rolled-back", {
      text: "A revision that answers with errors is taken back within ten minutes.",
      unit: "s",
      measure: secondsUntil("deployment-failed", START_SECONDS),
      limit: { atMost: 600 },
      evidence: ["deployment-failed"],
    }),
    claim("errors", "errors-cost-little", {
      text: "It costs less than a hundredth of the hour's requests.",
      unit: "share",
      measure: shareFailedSince(START_SECONDS, 3600),
      limit: { atMost: 0.01 },
      evidence: ["deployment-failed"],
    }),
    claim("errors", "breaker-sees-errors", {
      text: "The circuit breaker stops a revision whose tasks are healthy and answer with errors.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["deployment-failed"],
      insteadTrue: "the breaker counts tasks that fail to start or to be healthy; only an alarm sees errors.",
    }),
    claim("flaky", "breaker-ends-flaky", {
      text: "The circuit breaker ends a deployment of which a quarter of the starts fail.",
      unit: "times",
      measure: ({ events }) =>
        events.filter(({ kind, time }) => kind === "deployment-failed" && time >= START_SECONDS).length,
      limit: { atLeast: 1 },
      evidence: ["task-failed-to-start", "task-running", "deployment-completed"],
      insteadTrue:
        "once a single task of it runs, starts that fail aren't counted any more: it goes on, slowed by the restart throttle.",
    }),
    claim("flaky", "flaky-costs-nothing", {
      text: "A revision of which a quarter of the starts fail costs no request.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["task-failed-to-start"],
    }),
    claim("ends", "breaker-ends-short-lives", {
      text: "The circuit breaker takes back a revision whose containers end after a minute.",
      unit: "s",
      measure: secondsUntil("deployment-failed", START_SECONDS),
      limit: { atMost: 1800 },
      evidence: ["target-healthy", "task-exited"],
      insteadTrue: "a task that was healthy and then ends doesn't count as failed; each is started again, for ever.",
    }),
    claim("leak", "watch-sees-leak", {
      text: "The watch over the deployment sees a leak that takes twenty minutes.",
      unit: "s",
      measure: secondsUntil("deployment-failed", START_SECONDS),
      limit: { atMost: 3600 },
      evidence: ["deployment-completed", "task-exited"],
      insteadTrue:
        "by then the deployment has been complete for long; its tasks end and are replaced by others that leak.",
    }),
    claim("leak", "leak-is-made-up-for", {
      text: "ECS makes up for tasks that leak: healthy ones never fall below those desired.",
      unit: "share",
      measure: lowestHealthyShare(START_SECONDS),
      limit: { atLeast: 1 },
      evidence: ["task-exited", "task-stopped", "target-healthy"],
      insteadTrue:
        "a task that ends is gone before its replacement is healthy, and those that were deployed together leak together.",
    }),
    claim("leak", "leak-costs-little", {
      text: "A slow leak costs less than a hundredth of the requests.",
      unit: "share",
      measure: shareFailedSince(START_SECONDS),
      limit: { atMost: 0.01 },
      evidence: ["task-exited", "task-stopped"],
    }),
    heardWithin("bad-deployment", "crashes", 5, { evidence: ["task-failed-to-start", "event-matched"] }),
    heardWithin("bad-deployment", "errors", 5, { evidence: ["alarm", "event-matched"] }),
  ],
  boundaries: [
    {
      claim: "bad-deployment/errors-rolled-back",
      quantity: "share of the requests that the revision answers with an error",
      unit: "share",
      from: 1,
      to: 0,
      precision: 0.002,
      at: (share) => ({ disturb: deploy({ errorShare: share }) }),
    },
  ],
};
