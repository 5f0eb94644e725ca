import type { Group } from "../facts/capacity";
import type { PoolTrace } from "./pool-trace";

/** A Spot pool: a type in a zone. */
export interface Pool {
  readonly type: string;
  readonly zone: string;
}

/** A pool, and what it gives. */
export interface PlayedTrace extends Pool {
  readonly trace: PoolTrace;
}

/** The pools that groups may take from, each once: of the first type in every zone, then of the next. */
export function poolsOf(groups: readonly Group[]): readonly Pool[] {
  const pools = groups
    .filter(({ onDemandPercentageAboveBase }) => onDemandPercentageAboveBase < 100)
    .flatMap(({ types, zones }) => types.flatMap(({ name }) => zones.map((zone) => ({ type: name, zone }))));
  return pools.filter((pool, index) => pools.findIndex((other) => isSamePool(other, pool)) === index);
}

export const isSamePool = (a: Pool, b: Pool) => a.type === b.type && a.zone === b.zone;
