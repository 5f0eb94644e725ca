/** What a Spot pool gives over a span of time. */
export interface PoolTrace {
  /** Its whole length. */
  readonly seconds: number;
  /** Changes in order, the first at 0; each holds up to the next. */
  readonly steps: readonly Step[];
}

export interface Step {
  readonly second: number;
  /** Instances available. */
  readonly instances: number;
}

/** The most that it ever gives: as many as were asked for, so that nothing is known of what more it would have given. */
export const mostOf = ({ steps }: PoolTrace): number =>
  steps.reduce((most, { instances }) => Math.max(most, instances), 0);

/** The trace as a recorder sees it that looks every `gapSeconds`, from 0 on. */
export function ticksOf({ seconds, steps }: PoolTrace, gapSeconds: number): readonly number[] {
  const ticks: number[] = [];
  let next = 0;
  for (let tick = 0; tick * gapSeconds < seconds; tick += 1) {
    while ((steps[next + 1]?.second ?? Number.POSITIVE_INFINITY) <= tick * gapSeconds) next += 1;
    ticks.push(steps[next]?.instances ?? 0);
  }
  return ticks;
}

/** What a recorder saw that looked every `gapSeconds`, as a trace. */
export function traceOf(ticks: readonly number[], gapSeconds: number): PoolTrace {
  const steps = ticks
    .map((instances, tick) => ({ second: tick * gapSeconds, instances }))
    .filter(({ instances }, tick) => instances !== ticks[tick - 1]);
  return { seconds: ticks.length * gapSeconds, steps };
}
