import type { Environment } from "../environments/schema";
import { endpoints, natGateways } from "../plan/facts/network";
import type { Plan } from "../plan/plan";
import { type Group, groupsOf } from "../stress/facts/capacity";
import { servicesOf } from "../stress/facts/services";

/** What the plans take up of an account's quotas, at the most that they may grow to. */
export interface Needs {
  readonly onDemandVcpus: number;
  readonly spotVcpus: number;
  readonly elasticIps: number;
  /** By zone. */
  readonly natGateways: ReadonlyMap<string, number>;
  readonly networkInterfaces: number;
  readonly vpcs: number;
  readonly loadBalancers: number;
}

/** The needs of all plans together. */
export function needsOf(plans: ReadonlyMap<string, Plan>, environment: Environment): Needs {
  const all = [...plans.values()];
  const groups = all.flatMap((plan) => groupsOf(plan));
  const count = (type: string) => sum(all.map((plan) => plan.resources(type).length));
  // The Spot fallback raises the share while Spot runs dry.
  const fallback = environment.automation.spotFallback.maxOnDemandPercent;
  const isSpot = groups.some(({ onDemandPercentageAboveBase }) => onDemandPercentageAboveBase < 100);
  return {
    onDemandVcpus: sum(groups.map((group) => vcpus(group, onDemandInstances(group, isSpot ? fallback : 0)))),
    spotVcpus: sum(groups.map((group) => vcpus(group, spotInstances(group)))),
    elasticIps: count("aws_eip"),
    natGateways: natGatewaysByZone(all),
    networkInterfaces: sum(all.map((plan) => networkInterfaces(plan))),
    vpcs: count("aws_vpc"),
    loadBalancers: count("aws_lb"),
  };
}

/** Whether any group buys Spot. */
export function hasSpot(plans: ReadonlyMap<string, Plan>): boolean {
  return [...plans.values()].some((plan) => groupsOf(plan).some((group) => spotInstances(group) > 0));
}

/** Most instances On-Demand: the base, and the share of the rest, or what the fallback may raise it to. */
function onDemandInstances({ max, onDemandBase, onDemandPercentageAboveBase }: Group, fallback: number): number {
  const base = Math.min(max, onDemandBase);
  return base + Math.ceil(((max - base) * Math.max(onDemandPercentageAboveBase, fallback)) / 100);
}

/** Most instances on Spot. */
function spotInstances({ max, onDemandBase, onDemandPercentageAboveBase }: Group): number {
  return Math.floor((Math.max(0, max - onDemandBase) * (100 - onDemandPercentageAboveBase)) / 100);
}

const vcpus = ({ types }: Group, instances: number): number =>
  instances * Math.max(0, ...types.map((type) => type.vcpus));

function natGatewaysByZone(plans: readonly Plan[]): ReadonlyMap<string, number> {
  const zones = plans.flatMap((plan) => natGateways(plan).map(({ availabilityZone }) => String(availabilityZone)));
  return new Map([...new Set(zones)].map((zone) => [zone, zones.filter((each) => each === zone).length]));
}

/** Of instances and tasks at their most, endpoints, NAT gateways, and the load balancer in each of its zones. */
function networkInterfaces(plan: Plan): number {
  const groups = groupsOf(plan);
  const instances = sum(groups.map(({ max }) => max));
  const tasks = sum(
    servicesOf(plan).map(({ task, scaling, desired }) => task.interfaces * Math.max(desired, scaling?.max ?? 0)),
  );
  const ofEndpoints = sum(endpoints(plan).map(({ type, subnets }) => (type === "Interface" ? subnets.length : 0)));
  const zones = new Set(groups.flatMap((group) => group.zones)).size;
  return instances + tasks + ofEndpoints + natGateways(plan).length + plan.resources("aws_lb").length * zones;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
