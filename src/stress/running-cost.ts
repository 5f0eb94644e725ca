import { HOURS_A_MONTH, onDemandPrice, PRICES, spotPrice } from "../catalogue/prices";
import type { Group } from "./facts/capacity";
import type { Instance, Market } from "./model/instance";
import type { Platform } from "./model/platform";

/**
 * What instances and their volumes cost, in USD an hour, on average from a second to another. What costs the same
 * whatever runs (load balancer, NAT gateways, endpoints) isn't in it. Each second is paid for, from the order of an
 * instance to its end.
 * @param until @default - now
 */
export function costPerHour(platform: Platform, from: number, until = platform.world.now): number {
  return meanOf(platform, from, until, instanceCostPerHour);
}

/** As `costPerHour`, were the same instances all On-Demand. */
export function costPerHourOnDemand(platform: Platform, from: number, until = platform.world.now): number {
  return meanOf(platform, from, until, ({ type }, group) => instanceCostPerHour({ type, market: "on-demand" }, group));
}

/** As `costPerHour`, of the Spot instances alone. */
export function spotCostPerHour(platform: Platform, from: number, until = platform.world.now): number {
  return meanOf(platform, from, until, (instance, group) =>
    instance.market === "spot" ? instanceCostPerHour(instance, group) : 0,
  );
}

/** Instances of a market, on average from a second to now. */
export function instancesOf(market: Market, platform: Platform, from: number): number {
  return meanOf(platform, from, platform.world.now, (instance) => (instance.market === market ? 1 : 0));
}

/** As `costPerHour`, of what runs at the moment. */
export function runningCostPerHour({ groups }: Platform): number {
  return groups
    .flatMap(({ instances, facts }) => [...instances].map((instance) => instanceCostPerHour(instance, facts)))
    .reduce((sum, cost) => sum + cost, 0);
}

/** A sum over the instances that are there, on average over a time. */
function meanOf(
  { groups }: Platform,
  from: number,
  until: number,
  value: (instance: Instance, group: Group) => number,
): number {
  const parts = groups.flatMap(({ launched, facts }) =>
    launched.map((instance) => {
      const seconds = Math.min(until, instance.goneAt) - Math.max(from, instance.launchedAt);
      return Math.max(0, seconds) * value(instance, facts);
    }),
  );
  return parts.reduce((sum, part) => sum + part, 0) / (until - from);
}

function instanceCostPerHour({ type, market }: Pick<Instance, "type" | "market">, { volumeGiB }: Group): number {
  const price = market === "spot" ? spotPrice(type) : onDemandPrice(type);
  return price.amount + (volumeGiB * PRICES.gp3Volume.amount) / HOURS_A_MONTH;
}
