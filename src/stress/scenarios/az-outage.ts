import { heardWithin } from "../claims";
import { failedRequestsSince, lowestHealthyShare, secondsUntilHealthy, shareFailedSince } from "../measures";
import { failZone, type ZoneOutage } from "../model/outage";
import type { Platform } from "../model/platform";
import { type Boundary, claimsOf, type Scenario, START_SECONDS } from "../scenario";

const SETTLED_SECONDS = 900;

/** A zone fails. */
function fail(
  platform: Platform,
  outage: Omit<ZoneOutage, "zone">,
  zoneOf: (platform: Platform) => string | undefined,
) {
  platform.world.simulation.scheduleAt(START_SECONDS, () => {
    const zone = zoneOf(platform);
    if (zone !== undefined) failZone(platform, { ...outage, zone });
  });
}

/** The zone with the most tasks; of several, the first. */
function fullestZone({ services }: Platform): string | undefined {
  const zones = services.flatMap(({ scheduler }) =>
    [...scheduler.tasks].flatMap(({ instance }) => instance?.zone ?? []),
  );
  return mostFrequent(zones);
}

/** The zone whose NAT gateway most zones leave by. */
function busiestNatZone({ groups }: Platform): string | undefined {
  return mostFrequent(groups.flatMap(({ facts }) => Object.values(facts.egressZones)));
}

function mostFrequent(zones: readonly string[]): string | undefined {
  const times = (zone: string) => zones.filter((other) => other === zone).length;
  return [...zones].sort((a, b) => times(b) - times(a) || a.localeCompare(b))[0];
}

const claim = claimsOf("az-outage");

/** What is lost of the fullest zone, with no launch anywhere to make up for it. */
const withoutLaunches = (share: number) => (platform: Platform) =>
  fail(platform, { kind: "instances", launchesFailElsewhere: true, share }, fullestZone);

const boundaries: readonly Boundary[] = [
  {
    claim: "az-outage/room-without-launches",
    quantity: "share of the zone's instances that is lost",
    unit: "share",
    from: 0,
    to: 1,
    precision: 0.05,
    at: (share) => ({ disturb: withoutLaunches(share) }),
  },
  {
    claim: "az-outage/serves-without-launches",
    quantity: "times the usual requests, as the whole zone is lost",
    unit: "times",
    from: 1,
    to: 5,
    precision: 0.1,
    at: (times) => ({
      disturb: (platform) => {
        withoutLaunches(1)(platform);
        platform.world.simulation.scheduleAt(START_SECONDS, () => {
          for (const { traffic } of platform.services) traffic.scale(times);
        });
      },
    }),
  },
];

export const azOutage: Scenario = {
  id: "az-outage",
  title: "An availability zone fails",
  question: "Does the loss of a zone cost more than the requests in flight there, and who brings the tasks back?",
  oftenSaid: "Only one zone is hit; the others serve on, and ECS moves the tasks.",
  recovery:
    "The group launches in the other zones and ECS moves the tasks there; once the zone is back, AZ rebalancing spreads them again. If launches fail, raise the group's types or wait.",
  durationSeconds: START_SECONDS + 3600,
  inapplicable: ({ groups }) => (groups.some(({ zones }) => zones.length > 1) ? undefined : "it runs in one zone only"),
  variants: [
    {
      id: "network",
      title: "The network of the zone is gone; its instances run on",
      disturb: (platform) => fail(platform, { kind: "network" }, fullestZone),
    },
    {
      id: "instances",
      title: "The instances of the zone are gone",
      disturb: (platform) => fail(platform, { kind: "instances" }, fullestZone),
    },
    {
      id: "launches-fail",
      title: "The instances of the zone are gone, and no launch succeeds elsewhere",
      disturb: withoutLaunches(1),
    },
    {
      id: "nat-zone",
      title: "The zone of the NAT gateway that most zones use fails",
      disturb: (platform) => fail(platform, { kind: "network" }, busiestNatZone),
    },
  ],
  claims: [
    claim("network", "network-failed-requests", {
      text: "The load balancer notices within a minute: less than 30 s of a third of the requests fail.",
      unit: "share",
      measure: shareFailedSince(START_SECONDS, 60),
      limit: { atMost: 0.34 },
      evidence: ["zone-failed", "target-unhealthy"],
    }),
    claim("network", "network-recovers", {
      text: "Every desired task is healthy again within ten minutes, in the other zones.",
      unit: "s",
      measure: secondsUntilHealthy(START_SECONDS),
      limit: { atMost: 600 },
      evidence: ["target-unhealthy", "task-running"],
    }),
    claim("network", "network-nothing-failed", {
      text: "Only the zone that failed is hit: no request fails.",
      unit: "requests",
      measure: failedRequestsSince(START_SECONDS),
      limit: { atMost: 0.5 },
      evidence: ["zone-failed"],
      insteadTrue: "requests are sent to the zone's targets until two health checks have failed.",
    }),
    claim("instances", "instances-recover", {
      text: "The tasks of the zone are back within ten minutes.",
      unit: "s",
      measure: secondsUntilHealthy(START_SECONDS),
      limit: { atMost: 600 },
      evidence: ["instance-gone", "task-running"],
    }),
    claim("launches-fail", "serves-without-launches", {
      text: "What is left serves every request, though no instance can be launched.",
      unit: "share",
      measure: shareFailedSince(START_SECONDS + SETTLED_SECONDS),
      limit: { atMost: 0.001 },
      evidence: ["launch-failed"],
    }),
    claim("launches-fail", "room-without-launches", {
      text: "There is room in the other zones for every desired task without a launch.",
      unit: "share",
      measure: lowestHealthyShare(START_SECONDS + SETTLED_SECONDS),
      limit: { atLeast: 1 },
      evidence: ["launch-failed"],
      insteadTrue: "only if the other zones hold, at rest, what the failed one held.",
    }),
    claim("nat-zone", "nat-recovers", {
      text: "The failure of a NAT gateway's zone costs no other zone its tasks: all are healthy within ten minutes.",
      unit: "s",
      measure: secondsUntilHealthy(START_SECONDS),
      limit: { atMost: 600 },
      evidence: ["zone-failed", "task-running"],
    }),
    heardWithin("az-outage", "network", 3, { evidence: ["zone-failed", "alarm"] }),
    heardWithin("az-outage", "launches-fail", 5, { evidence: ["launch-failed", "event-matched"] }),
  ],
  boundaries,
};
