import type { InstanceType } from "../../catalogue/instance-types";
import type { World } from "./world";

/** Spot capacity by pool: a type in a zone. */
export class SpotMarket {
  /** Instances that a pool still gives; without an entry it gives any number. */
  private readonly left = new Map<string, number>();

  constructor(private readonly world: World) {}

  /** So many more instances can be had of the pool; `undefined`: any number. */
  limit(type: string, zone: string, instances: number | undefined): void {
    if (instances === undefined) this.left.delete(poolOf(type, zone));
    else this.left.set(poolOf(type, zone), instances);
  }

  /**
   * An instance of the pool that the allocation strategy takes in a zone: one of those with capacity, each as likely, as
   * price-capacity-optimized spreads over deep pools. `undefined`: all are dry.
   */
  take(types: readonly InstanceType[], zone: string): InstanceType | undefined {
    const open = types.filter(({ name }) => (this.left.get(poolOf(name, zone)) ?? 1) > 0);
    const chosen = open[Math.floor(this.world.chance("spot-pool") * open.length)];
    if (chosen === undefined) return undefined;
    const pool = poolOf(chosen.name, zone);
    const left = this.left.get(pool);
    if (left !== undefined) this.left.set(pool, left - 1);
    return chosen;
  }
}

const poolOf = (type: string, zone: string) => `${type} ${zone}`;
