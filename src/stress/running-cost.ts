import { HOURS_A_MONTH, onDemandPrice, PRICES, spotPrice } from "../catalogue/prices";
import type { Group } from "./facts/capacity";
import type { Instance } from "./model/instance";
import type { Platform } from "./model/platform";

/**
 * What instances and their volumes cost, in USD an hour, on average from a second to another. What costs the same
 * whatever runs (load balancer, NAT gateways, endpoints) isn't in it. Each second is paid for, from the order of an
 * instance to its end; that AWS takes nothing for a Spot instance reclaimed in its first hour is left out.
 * @param until @default - now
 */
export function costPerHour({ groups, world }: Platform, from: number, until = world.now): number {
  const cost = groups.reduce((sum, { launched, facts }) => {
    const paid = launched.map((instance) => {
      const seconds = Math.min(until, instance.goneAt) - Math.max(from, instance.launchedAt);
      return Math.max(0, seconds) * instanceCostPerHour(instance, facts);
    });
    return sum + paid.reduce((total, part) => total + part, 0);
  }, 0);
  return cost / (until - from);
}

/** As `costPerHour`, of what runs at the moment. */
export function runningCostPerHour({ groups }: Platform): number {
  return groups
    .flatMap(({ instances, facts }) => [...instances].map((instance) => instanceCostPerHour(instance, facts)))
    .reduce((sum, cost) => sum + cost, 0);
}

function instanceCostPerHour({ type, market }: Instance, { volumeGiB }: Group): number {
  const price = market === "spot" ? spotPrice(type) : onDemandPrice(type);
  return price.amount + (volumeGiB * PRICES.gp3Volume.amount) / HOURS_A_MONTH;
}
