import type { PriceBook } from "../catalogue/price-book";
import { HOURS_A_MONTH } from "../catalogue/prices";
import type { Plan } from "../plan/plan";
import type { Subject } from "../stress/measured";
import type { Platform } from "../stress/model/platform";
import { runScenario } from "../stress/run";
import { START_SECONDS } from "../stress/scenario";
import { zeroTrafficNight } from "../stress/scenarios/zero-traffic-night";
import { COST_ASSUMPTIONS } from "./assumptions";
import { type Draft, type Line, lineOf, rounded, totalOf } from "./line";
import { fewestInstances, type Instances, instanceDrafts, type PaidGroup, paidGroups } from "./lines/instances";

/** What a load adds to the floor, were it there all the month. */
export interface TrafficCost {
  readonly load: "silent" | "usual" | "busy";
  readonly requestsPerSecond: number;
  /** On average, as the simulator runs them. */
  readonly instances: Instances;
  /** USD a month: exactly the sum of the lines. */
  readonly adds: number;
  readonly lines: readonly Line[];
}

/** Times the load that the services' scaling is made for. */
const LOADS: readonly { readonly load: TrafficCost["load"]; readonly times: number }[] = [
  { load: "silent", times: 0 },
  { load: "usual", times: 1 },
  { load: "busy", times: 2.5 },
];

const {
  connectionMinutes,
  flowRecordBytes,
  flowRecordsPerConnection,
  logBytesPerRequest,
  requestsPerConnection,
  responseBytes,
  silentHours,
} = COST_ASSUMPTIONS;
const SECONDS_A_MONTH = HOURS_A_MONTH * 3600;
const GB = 1e9;

/** What each load adds to the floor: instances as the simulator runs them, capacity units, data, logs. */
export function trafficCosts(subject: Subject, book: PriceBook): readonly TrafficCost[] {
  const { plan } = subject.facts;
  const usual = usualRequests(subject);
  return LOADS.map(({ load, times }) => {
    const platform = simulated(subject, times);
    const groups = paidGroups(plan);
    const running = groups.map((paid) => meanInstances(platform, paid));
    const drafts = [
      ...groups.flatMap((paid, index) => beyondFloor(paid, running[index] as Instances, book)),
      ...requestDrafts(plan, usual * times, book),
    ];
    const lines = drafts.filter(({ quantity }) => quantity !== 0).map(lineOf);
    return {
      load,
      requestsPerSecond: rounded(usual * times, 3),
      instances: {
        onDemand: rounded(
          running.reduce((sum, { onDemand }) => sum + onDemand, 0),
          3,
        ),
        spot: rounded(
          running.reduce((sum, { spot }) => sum + spot, 0),
          3,
        ),
      },
      adds: totalOf(lines),
      lines: lines.map(({ kind, ...line }) => line),
    };
  });
}

/** What requests alone add, in USD a month, wherever they are served. */
export const requestCost = (plan: Plan, requestsPerSecond: number, book: PriceBook): number =>
  totalOf(requestDrafts(plan, requestsPerSecond, book).map(lineOf));

/** USD of a month whose days are silent for half of the time, and have the usual load for the other half. */
export function ordinaryMonth(floorPerMonth: number, costs: readonly Pick<TrafficCost, "load" | "adds">[]): number {
  const of = (load: TrafficCost["load"]) => costs.find((cost) => cost.load === load)?.adds ?? 0;
  const silent = silentHours.value / 24;
  return rounded(floorPerMonth + silent * of("silent") + (1 - silent) * of("usual"), 4);
}

/** Requests a second that the services' scaling is made for, or a load says. */
export const usualRequests = ({ facts, load }: Pick<Subject, "facts" | "load">): number =>
  facts.services.reduce((sum, service) => sum + load(service).requestsPerSecond, 0);

/** From the evening on where nobody comes, as in the suite's own night; else from noon on. */
function simulated(subject: Subject, times: number): Platform {
  const { startEpochSeconds: _, ...noon } = zeroTrafficNight;
  const { platform } = runScenario({
    ...subject,
    scenario: times === 0 ? zeroTrafficNight : { ...noon, durationSeconds: START_SECONDS + 4 * 3600 },
    variant: {
      id: "load",
      title: "A load that stays as it is",
      disturb: ({ world, services }) =>
        world.simulation.scheduleAt(START_SECONDS, () => {
          for (const { traffic } of services) {
            if (times === 0) traffic.pause();
            else traffic.scale(times);
          }
        }),
    },
  });
  return platform;
}

/** Of a group, on average from the beginning of the load to its end. */
function meanInstances({ groups, world }: Platform, { group }: PaidGroup): Instances {
  const own = groups.find(({ facts }) => facts.address === group.address);
  const meanOf = (market: "on-demand" | "spot") =>
    [...(own?.launched ?? [])]
      .filter((instance) => instance.market === market)
      .map(({ launchedAt, goneAt }) => Math.max(0, Math.min(world.now, goneAt) - Math.max(START_SECONDS, launchedAt)))
      .reduce((sum, seconds) => sum + seconds, 0) /
    (world.now - START_SECONDS);
  return { onDemand: rounded(meanOf("on-demand"), 3), spot: rounded(meanOf("spot"), 3) };
}

/** Instances that the floor doesn't have; fewer than it has, where a load goes by Spot instead, save. */
function beyondFloor(paid: PaidGroup, running: Instances, book: PriceBook): readonly Draft[] {
  const floor = fewestInstances(paid.group);
  const more = {
    onDemand: Math.max(0, running.onDemand - floor.onDemand),
    spot: Math.max(0, running.spot - floor.spot),
  };
  return instanceDrafts(paid, more, book).map((draft) => ({ ...draft, kind: `${draft.kind} beyond the floor` }));
}

function requestDrafts(plan: Plan, requestsPerSecond: number, { prices }: PriceBook): readonly Draft[] {
  if (requestsPerSecond === 0) return [];
  const requests = requestsPerSecond * SECONDS_A_MONTH;
  const connections = requests / requestsPerConnection.value;
  const logs = requests * logBytesPerRequest.value;
  const flows =
    plan.resources("aws_flow_log").length * connections * flowRecordsPerConnection.value * flowRecordBytes.value;
  return [
    ...(plan.resources("aws_lb").length === 0
      ? []
      : [
          {
            kind: "capacity units of load balancers",
            quantity: capacityUnits(requestsPerSecond) * HOURS_A_MONTH,
            price: prices.loadBalancerCapacityUnit,
          },
        ]),
    { kind: "answers to the internet", quantity: (requests * responseBytes.value) / GB, price: prices.internetData },
    { kind: "logs of requests", quantity: logs / GB, price: prices.logsIngested },
    { kind: "flow logs of connections", quantity: flows / GB, price: prices.logsIngested },
    ...plan.resources("aws_wafv2_web_acl").map(() => ({
      kind: "requests through web ACLs",
      quantity: requests / 1e6,
      price: prices.webAclRequests,
    })),
  ];
}

/** The most of what a unit holds: new connections, active ones, data. */
function capacityUnits(requestsPerSecond: number): number {
  const connections = requestsPerSecond / requestsPerConnection.value;
  const active = connections * connectionMinutes.value * 60;
  const gbPerHour = (requestsPerSecond * 3600 * responseBytes.value) / GB;
  return Math.max(connections / 25, active / 3000, gbPerHour);
}
