import type { Platform } from "../model/platform";
import { poolName } from "../model/spot-market";
import { mostOf, type PoolTrace, type Step } from "./pool-trace";
import type { PlayedTrace, Pool } from "./pools";

/**
 * Has pools give what traces say, from a second of the clock on. Where one falls below what runs in it, the instances
 * beyond are reclaimed together, each with its notice, and recommended for a rebalance before or then. What a trace
 * shows at its highest is what was asked for: the pool gives any number then.
 */
export function playTraces(platform: Platform, traces: readonly PlayedTrace[], beginSecond: number): void {
  for (const { trace, ...pool } of traces) {
    platform.world.simulation.scheduleAt(beginSecond, () => play(platform, pool, trace, 0));
  }
}

/** Has pools give nothing, from now on. */
export function closePools(platform: Platform, pools: readonly Pool[]): void {
  for (const pool of pools) become(platform, pool, 0);
}

function play(platform: Platform, pool: Pool, trace: PoolTrace, index: number): void {
  const { world } = platform;
  const [step, next] = [trace.steps[index], trace.steps[index + 1]];
  if (step === undefined) return;
  become(platform, pool, capacityOf(step, trace));
  if (next === undefined) return;
  const seconds = next.second - step.second;
  if (next.instances < step.instances) {
    const lead = Math.min(seconds, world.draw("rebalanceLeadSeconds"));
    world.after(seconds - lead, () => announce(platform, pool, next.instances));
  }
  world.after(seconds, () => play(platform, pool, trace, index + 1));
}

/** `undefined`: any number. */
function capacityOf({ instances }: Step, trace: PoolTrace): number | undefined {
  return instances > 0 && instances === mostOf(trace) ? undefined : instances;
}

function become(platform: Platform, pool: Pool, capacity: number | undefined): void {
  const { world, market } = platform;
  market.setCapacity(pool.type, pool.zone, capacity);
  const amount = capacity === undefined ? "any number" : `${capacity} at most`;
  world.trace.add("spot-capacity", poolName(pool.type, pool.zone), amount);
  for (const { group, instance } of beyond(platform, pool, capacity)) {
    world.after(world.draw("reclaimSpreadSeconds"), () => group.reclaim(instance));
  }
}

/** A drop is to come: what it will take is told, and no more is launched there. */
function announce(platform: Platform, pool: Pool, instances: number): void {
  platform.market.setCapacity(pool.type, pool.zone, instances);
  for (const { group, instance } of beyond(platform, pool, instances)) group.recommendRebalance(instance);
}

/** Instances of a pool that there are too many of for what it gives. */
function beyond({ groups }: Platform, { type, zone }: Pool, capacity = Number.POSITIVE_INFINITY) {
  const own = groups.flatMap((group) =>
    [...group.instances].flatMap((instance) => {
      const isOfPool = instance.market === "spot" && instance.type.name === type && instance.zone === zone;
      return isOfPool && !instance.isNoticed ? [{ group, instance }] : [];
    }),
  );
  return own.slice(0, Math.max(0, own.length - capacity));
}
