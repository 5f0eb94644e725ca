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
  const most = ticks.reduce((highest, count) => Math.max(highest, count), 0);
  const hours = (gapSeconds * ticks.length) / 3600;
  const instances = ticks.reduce((sum, count) => sum + count, 0);
  const drops = ticks.flatMap((after, tick) => {
    const before = ticks[tick - 1] ?? after;
    return after < before ? [{ before, after }] : [];
  });
  const lost = drops.reduce((sum, { before, after }) => sum + before - after, 0);
  const dry = drySpells(ticks).sort((a, b) => a - b);
  return {
    availableShare: shareOf(ticks, (count) => count > 0),
    instanceShare: instances / ticks.length / most,
    preemptionsPerHour: lost / ((instances / ticks.length) * hours),
    meanDrop: drops.reduce((sum, { before, after }) => sum + (before - after) / before, 0) / drops.length,
    dropsToZero: drops.filter(({ after }) => after === 0).length / drops.length,
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
  const length = Math.min(...pools.map((ticks) => ticks.length));
  const cut = pools.map((ticks) => ticks.slice(0, length));
  const [first = []] = cut;
  return {
    allDry: shareOf(first, (_, tick) => cut.every((ticks) => ticks[tick] === 0)),
    ifIndependent: cut.reduce((product, ticks) => product * shareOf(ticks, (count) => count === 0), 1),
  };
}

/** Lengths, in ticks. */
function drySpells(ticks: readonly number[]): number[] {
  const spells: number[] = [];
  let length = 0;
  for (const count of [...ticks, 1]) {
    if (count === 0) length += 1;
    else if (length > 0) {
      spells.push(length);
      length = 0;
    }
  }
  return spells;
}

const shareOf = (ticks: readonly number[], is: (count: number, tick: number) => boolean): number =>
  ticks.filter(is).length / ticks.length;
