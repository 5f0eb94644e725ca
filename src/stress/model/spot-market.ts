import type { InstanceType } from "../../catalogue/instance-types";
import { spotPrice } from "../../catalogue/prices";
import type { SpotAllocation } from "../facts/capacity";
import type { World } from "./world";

/** A pool as deep as this part of the deepest one counts as deep: what AWS takes isn't published. */
const DEEP = 0.5;

/** Pools that lowest-price spreads over, in each zone: API_InstancesDistribution, SpotInstancePools. */
const LOWEST_PRICE_POOLS = 2;

/** Spot capacity by pool: a type in a zone. */
export class SpotMarket {
  private readonly pools = new Map<string, Pool>();

  constructor(private readonly world: World) {}

  /** So many more instances can be had of the pool; `undefined`: any number. */
  limit(type: string, zone: string, instances: number | undefined): void {
    this.poolOf(type, zone).left = instances ?? Number.POSITIVE_INFINITY;
  }

  /** The pool holds so many instances in all; `undefined`: any number. */
  setCapacity(type: string, zone: string, instances: number | undefined): void {
    this.poolOf(type, zone).capacity = instances ?? Number.POSITIVE_INFINITY;
  }

  /**
   * An instance of the pool that the allocation strategy takes in a zone; `undefined`: all are dry.
   *
   * - `lowest-price`: one of the two cheapest, each as likely.
   * - `capacity-optimized`: the deepest.
   * - `price-capacity-optimized`: the cheapest of the deep ones.
   *
   * Between equals each is as likely. Priorities of types aren't known here.
   * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/allocation-strategies.html
   */
  take(types: readonly InstanceType[], zone: string, allocation: SpotAllocation): InstanceType | undefined {
    const open = types.filter(({ name }) => this.depthOf(name, zone) > 0);
    const best = this.best(open, zone, allocation);
    const chosen = best[Math.floor(this.world.chance("spot-pool") * best.length)];
    if (chosen === undefined) return undefined;
    const pool = this.poolOf(chosen.name, zone);
    pool.left -= 1;
    pool.running += 1;
    return chosen;
  }

  /** An instance of the pool is on its way out, or gone. */
  release(type: string, zone: string): void {
    this.poolOf(type, zone).running -= 1;
  }

  private best(open: readonly InstanceType[], zone: string, allocation: SpotAllocation): readonly InstanceType[] {
    const depth = ({ name }: InstanceType) => this.depthOf(name, zone);
    const price = (type: InstanceType) => spotPrice(type).amount;
    const deepest = Math.max(...open.map(depth));
    switch (allocation) {
      case "lowest-price":
        return [...open].sort((a, b) => price(a) - price(b)).slice(0, LOWEST_PRICE_POOLS);
      case "price-capacity-optimized": {
        const deep = open.filter((type) => depth(type) >= DEEP * deepest);
        const lowest = Math.min(...deep.map(price));
        return deep.filter((type) => price(type) === lowest);
      }
      default:
        return open.filter((type) => depth(type) === deepest);
    }
  }

  /** Instances that the pool still gives. */
  private depthOf(type: string, zone: string): number {
    const { left, capacity, running } = this.poolOf(type, zone);
    return Math.min(left, capacity - running);
  }

  private poolOf(type: string, zone: string): Pool {
    const name = poolName(type, zone);
    let pool = this.pools.get(name);
    if (pool === undefined) {
      pool = { left: Number.POSITIVE_INFINITY, capacity: Number.POSITIVE_INFINITY, running: 0 };
      this.pools.set(name, pool);
    }
    return pool;
  }
}

/** As it is called in traces and reports. */
export const poolName = (type: string, zone: string): string => `${type} in ${zone}`;

interface Pool {
  left: number;
  capacity: number;
  /** Instances of it that run, the ones that are being reclaimed apart. */
  running: number;
}
