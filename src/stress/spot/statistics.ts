/** What a recording of a Spot pool says in short. */
export interface PoolStatistics {
  /** Share of time with any instance available. */
  readonly availableShare: number;
  /** Instance-hours available of those asked for. */
  readonly instanceShare: number;
  /** Instances taken back, for each instance-hour. */
  readonly preemptionsPerHour: number;
  /** What a drop takes of those there, on average; `NaN` without a drop. */
  readonly meanDrop: number;
  /** Share of the drops that leave none. */
  readonly dropsToZero: number;
  /** Spells without any, in minutes; `NaN` and 0 where there is none. */
  readonly medianDryMinutes: number;
  readonly longestDryHours: number;
}

/** @param ticks instances available at each look, one look every `gapSeconds` */
export function statisticsOf(ticks: readonly number[], gapSeconds: number): PoolStatistics {
  let [most, instances, available] = [0, 0, 0];
  let [drops, toZero, lost, dropped] = [0, 0, 0, 0];
  let before = ticks[0] ?? 0;
  for (const count of ticks) {
    most = Math.max(most, count);
    instances += count;
    if (count > 0) available += 1;
    if (count < before) {
      drops += 1;
      lost += before - count;
      dropped += (before - count) / before;
      if (count === 0) toZero += 1;
    }
    before = count;
  }
  const dry = drySpells(ticks).sort((a, b) => a - b);
  return {
    availableShare: available / ticks.length,
    instanceShare: instances / ticks.length / most,
    preemptionsPerHour: lost / ((instances * gapSeconds) / 3600),
    meanDrop: dropped / drops,
    dropsToZero: toZero / drops,
    medianDryMinutes: ((dry[Math.floor(dry.length / 2)] ?? Number.NaN) * gapSeconds) / 60,
    longestDryHours: ((dry.at(-1) ?? 0) * gapSeconds) / 3600,
  };
}

/** How pools go dry together. */
export interface Correlation {
  /** Share of time in which all of them are dry. */
  readonly allDry: number;
  /** What it would be if each went its own way: the product of their shares. */
  readonly ifIndependent: number;
}

/** @param pools of each the instances available at the same looks; as long as the shortest is looked at */
export function correlationOf(pools: readonly (readonly number[])[]): Correlation {
  const looks = Math.min(...pools.map((ticks) => ticks.length));
  const dry = pools.map(() => 0);
  let together = 0;
  for (let look = 0; look < looks; look += 1) {
    let areAll = true;
    for (const [index, ticks] of pools.entries()) {
      if (ticks[look] === 0) dry[index] = (dry[index] ?? 0) + 1;
      else areAll = false;
    }
    if (areAll) together += 1;
  }
  return { allDry: together / looks, ifIndependent: dry.reduce((product, count) => (product * count) / looks, 1) };
}

/** Lengths, in ticks. */
function drySpells(ticks: readonly number[]): number[] {
  const spells: number[] = [];
  let length = 0;
  for (const count of ticks) {
    if (count === 0) length += 1;
    else if (length > 0) {
      spells.push(length);
      length = 0;
    }
  }
  if (length > 0) spells.push(length);
  return spells;
}
