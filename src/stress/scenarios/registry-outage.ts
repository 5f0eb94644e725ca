import type { Destination } from "../facts/reachability";
import { failedRequestsSince, secondsUntilHealthy, shareFailedSince } from "../measures";
import { loseFullest, loseWays } from "../model/outage";
import type { Platform } from "../model/platform";
import { claimsOf, type Run, type Scenario, START_SECONDS, type Variant } from "../scenario";

const OUTAGE_SECONDS = 1800;
/** What happens in the outage comes a minute after its beginning. */
const THEN_SECONDS = START_SECONDS + 60;

/** The registries of the services' images don't answer for a while. */
function loseRegistries(platform: Platform): void {
  const { surroundings, services, world } = platform;
  const away = services.flatMap(({ scheduler }) =>
    scheduler.facts.needs.filter(({ kind }) => kind === "image").flatMap(({ destinations }) => destinations),
  );
  // Where layers lie, S3, is no registry.
  const registries = new Set<Destination>(away.filter((destination) => destination !== "s3"));
  for (const registry of registries) surroundings.away.add(registry);
  world.trace.add("registry-away", [...registries].join(", "), `for ${OUTAGE_SECONDS} s`);
  world.after(OUTAGE_SECONDS, () => {
    for (const registry of registries) surroundings.away.delete(registry);
    world.trace.add("registry-back", [...registries].join(", "));
  });
}

const variant = (
  id: string,
  title: string,
  outage: (platform: Platform) => void,
  then: (platform: Platform) => void,
): Variant => ({
  id,
  title,
  disturb: (platform) => {
    platform.world.simulation.scheduleAt(START_SECONDS, () => outage(platform));
    platform.world.simulation.scheduleAt(THEN_SECONDS, () => then(platform));
  },
});

/** One container of each service ends by itself. */
function endOne({ services }: Platform): void {
  for (const { scheduler } of services) {
    const [task] = [...scheduler.tasks].filter(({ state }) => state === "running");
    if (task !== undefined) scheduler.exit(task);
  }
}

const schedulers = ({ services }: Platform) => services.map(({ scheduler }) => scheduler);

/** So many of the instances are gone at once. */
function loseShare(platform: Platform, share: number): void {
  const count = platform.groups.reduce((sum, { staying }) => sum + staying.length, 0);
  for (let left = Math.round(count * share); left > 0; left -= 1) loseFullest(platform, schedulers(platform));
}

/** Until the last of the services has ended its deployment as failed. */
function secondsUntilFailed({ events, platform }: Run): number {
  const times = platform.services.map(({ scheduler }) => {
    const failed = events.find(({ kind, subject }) => kind === "deployment-failed" && subject === scheduler.facts.name);
    return failed?.time ?? Number.POSITIVE_INFINITY;
  });
  return Math.max(...times) - THEN_SECONDS;
}

const claim = claimsOf("registry-outage");

export const registryOutage: Scenario = {
  id: "registry-outage",
  title: "The registry is away",
  question: "What still starts while images can't be pulled, and what does it cost?",
  oftenSaid: "Running tasks don't need the registry, and endpoints make us independent of the NAT gateways.",
  recovery:
    "Deploy nothing, and scale nothing in, until the registry answers again; then what waits starts by itself, after a back-off of up to 15 minutes.",
  durationSeconds: START_SECONDS + 5400,
  variants: [
    variant(
      "container-ends",
      "Half an hour without a registry, in which a container of each service ends",
      loseRegistries,
      endOne,
    ),
    variant(
      "instance-lost",
      "Half an hour without a registry, in which an instance is lost",
      loseRegistries,
      (platform) => loseFullest(platform, schedulers(platform)),
    ),
    variant(
      "deployment",
      "Half an hour without a registry, in which every service is deployed",
      loseRegistries,
      (platform) => {
        for (const scheduler of schedulers(platform)) scheduler.deploy({});
      },
    ),
    variant(
      "nat-lost",
      "Half an hour without NAT gateways, in which an instance is lost",
      (platform) => loseWays(platform, "nat-gateway", OUTAGE_SECONDS),
      (platform) => loseFullest(platform, schedulers(platform)),
    ),
  ],
  claims: [
    claim("container-ends", "restart-from-cache", {
      text: "A container that ends runs again within ten minutes, from an image that an instance has.",
      unit: "s",
      measure: secondsUntilHealthy(THEN_SECONDS),
      limit: { atMost: 600 },
      evidence: ["registry-away", "task-exited", "task-running"],
    }),
    claim("container-ends", "serves-without-registry", {
      text: "Running tasks need no registry: fewer than one request in a hundred fails, the ended containers' own.",
      unit: "share",
      measure: shareFailedSince(START_SECONDS, OUTAGE_SECONDS),
      limit: { atMost: 0.01 },
      evidence: ["registry-away", "task-exited"],
    }),
    claim("instance-lost", "new-instance-takes-over", {
      text: "What a lost instance held is healthy again within ten minutes.",
      unit: "s",
      measure: secondsUntilHealthy(THEN_SECONDS),
      limit: { atMost: 600 },
      evidence: ["registry-away", "instance-gone", "task-failed-to-start"],
      insteadTrue: "a new instance has no image: only where another one has both room and the image does a task start.",
    }),
    claim("instance-lost", "rest-serves", {
      text: "With an instance lost, the tasks on the others serve nearly every request.",
      unit: "share",
      measure: shareFailedSince(START_SECONDS),
      limit: { atMost: 0.01 },
      evidence: ["registry-away", "instance-gone"],
    }),
    claim("instance-lost", "comes-back", {
      text: "Within half an hour of the registry's return every task is healthy again.",
      unit: "s",
      measure: secondsUntilHealthy(START_SECONDS + OUTAGE_SECONDS),
      limit: { atMost: 1800 },
      evidence: ["registry-back", "task-running"],
    }),
    claim("deployment", "deployment-costs-nothing", {
      text: "A deployment that can't pull its image costs no request.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["registry-away", "task-failed-to-start", "deployment-failed"],
    }),
    claim("deployment", "deployment-taken-back", {
      text: "It is taken back while the registry is away.",
      unit: "s",
      measure: secondsUntilFailed,
      limit: { atMost: OUTAGE_SECONDS - 60 },
      evidence: ["registry-away", "task-failed-to-start", "deployment-failed"],
    }),
    claim("nat-lost", "endpoints-suffice", {
      text: "Endpoints replace the NAT gateways: what a lost instance held is healthy again within ten minutes.",
      unit: "s",
      measure: secondsUntilHealthy(THEN_SECONDS),
      limit: { atMost: 600 },
      evidence: ["ways-lost", "instance-gone"],
      insteadTrue: "only if the ECS agent has endpoints too (ecs, ecs-agent, ecs-telemetry): else none is heard of.",
    }),
    claim("nat-lost", "serves-without-nat", {
      text: "Tasks that run are reached without the NAT gateways: those left serve nearly every request.",
      unit: "share",
      measure: shareFailedSince(START_SECONDS),
      limit: { atMost: 0.01 },
      evidence: ["ways-lost", "ways-back"],
    }),
  ],
  boundaries: [
    {
      claim: "registry-outage/rest-serves",
      quantity: "share of the instances that is lost at once while the registry is away",
      unit: "share",
      from: 0,
      to: 1,
      precision: 0.05,
      at: (share) => variant("", "", loseRegistries, (platform) => loseShare(platform, share)),
    },
  ],
};
