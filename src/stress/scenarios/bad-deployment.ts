import { failedRequestsSince, secondsUntil, shareFailedSince } from "../measures";
import type { Behaviour } from "../model/task";
import { type Claim, type Scenario, START_SECONDS, type Variant } from "../scenario";

const variant = (id: string, title: string, behaviour: Behaviour): Variant => ({
  id,
  title,
  disturb: (platform) => {
    platform.world.simulation.scheduleAt(START_SECONDS, () => {
      for (const { scheduler } of platform.services) scheduler.deploy(behaviour);
    });
  },
});

const claim = (variant: string, id: string, rest: Omit<Claim, "id" | "variant">): Claim => ({
  id: `bad-deployment/${id}`,
  variant,
  ...rest,
});

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
  ],
};
