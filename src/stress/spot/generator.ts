import { type Distribution, exponential, lognormal, uniform } from "../../simulator/distributions";
import { type Random, RandomStreams } from "../../simulator/random";
import type { PoolTrace, Step } from "./pool-trace";
import type { PoolProfile, Spell, SpotProfile } from "./profiles";

const HOUR = 3600;
const MINUTE = 60;

/** What comes before a trace begins, as a multiple of the mean time from dry to dry: no pool begins at a chosen moment. */
const BURN_IN_CYCLES = 30;

/**
 * Draws a trace for each pool of a profile, `sets` times over: a type each, in the same zones. A pool is dry where it is
 * by itself or where all are; spells alternate, and the dry ones have heavy tails.
 * @returns by set, by pool of the profile; every set shares the spells in which all are dry
 */
export function generateTraces(
  { id, pools, common }: SpotProfile,
  { seed, seconds, sets = 1 }: { readonly seed: number; readonly seconds: number; readonly sets?: number },
): readonly (readonly PoolTrace[])[] {
  const streams = new RandomStreams(seed);
  const shared = common
    ? walk(alternating(common, streams.stream(`spot ${id} common`)), common.apartHours * HOUR, seconds)
    : [{ second: 0, instances: 1 }];
  return Array.from({ length: sets }, (_, set) =>
    pools.map((pool, index) => {
      const { fullHours, dryMinutes } = pool;
      const cycleSeconds = fullHours.mean * HOUR + dryMinutes.mean * MINUTE;
      const own = walk(poolStates(pool, streams.stream(`spot ${id} ${set} ${index}`)), cycleSeconds, seconds);
      return { seconds, steps: merged(own, shared) };
    }),
  );
}

/** What a process gives, and for how many seconds. */
interface State {
  readonly instances: number;
  readonly seconds: number;
}

/** All there, and all dry, in turn. */
function* alternating(
  { dryMinutes, apartHours }: NonNullable<SpotProfile["common"]>,
  random: Random,
): Generator<State, never> {
  const [apart, dry] = [exponential(apartHours * HOUR), spell(dryMinutes, MINUTE)];
  for (;;) {
    yield { instances: 1, seconds: apart(random) };
    yield { instances: 0, seconds: dry(random) };
  }
}

/** A pool by itself: full, then less or none, then full again. */
function* poolStates(
  { instances: all, dryMinutes, fullHours, partial }: PoolProfile,
  random: Random,
): Generator<State> {
  const [full, dry] = [spell(fullHours, HOUR), spell(dryMinutes, MINUTE)];
  let instances = all;
  for (;;) {
    if (instances === all) {
      yield { instances, seconds: full(random) };
      instances = afterDrop(instances, partial, random);
    } else if (instances === 0 || partial === undefined) {
      yield { instances: 0, seconds: dry(random) };
      const isPartial = partial !== undefined && random() < partial.startsPartial;
      instances = isPartial ? 1 + Math.floor(random() * (all - 1)) : all;
    } else {
      const [drop, recovery] = [
        exponential(partial.dropHours * HOUR)(random),
        exponential(partial.recoveryHours * HOUR)(random),
      ];
      yield { instances, seconds: Math.min(drop, recovery) };
      instances = drop < recovery ? afterDrop(instances, partial, random) : all;
    }
  }
}

/** What a drop leaves. */
function afterDrop(instances: number, partial: PoolProfile["partial"], random: Random): number {
  if (partial === undefined || random() < partial.dropsToZero) return 0;
  const { meanDrop } = partial;
  const taken = uniform(Math.max(0, 2 * meanDrop - 1), Math.min(1, 2 * meanDrop))(random);
  return Math.min(instances - 1, Math.max(1, Math.round(instances * (1 - taken))));
}

/** The steps of a process from 0 up to a time, long after it began. */
function walk(states: Iterable<State>, cycleSeconds: number, end: number): readonly Step[] {
  const steps: Step[] = [];
  let second = -BURN_IN_CYCLES * cycleSeconds;
  for (const { instances, seconds } of states) {
    const until = second + seconds;
    if (until > 0) steps.push({ second: Math.max(0, second), instances });
    second = until;
    if (second >= end) break;
  }
  return steps;
}

/** The one, but none where the other has none. */
function merged(own: readonly Step[], shared: readonly Step[]): readonly Step[] {
  const steps: Step[] = [];
  let [ownIndex, sharedIndex] = [0, 0];
  for (let second = 0; second < Number.POSITIVE_INFINITY; ) {
    const instances = shared[sharedIndex]?.instances === 0 ? 0 : (own[ownIndex]?.instances ?? 0);
    if (steps.at(-1)?.instances !== instances) steps.push({ second, instances });
    const [nextOwn, nextShared] = [own[ownIndex + 1]?.second, shared[sharedIndex + 1]?.second].map(
      (next) => next ?? Number.POSITIVE_INFINITY,
    ) as [number, number];
    second = Math.min(nextOwn, nextShared);
    if (nextOwn === second) ownIndex += 1;
    if (nextShared === second) sharedIndex += 1;
  }
  return steps;
}

/** Lognormal: the spells that were recorded are spread over four orders of magnitude. */
const spell = ({ median, mean }: Spell, unit: number): Distribution =>
  lognormal(median * unit, Math.sqrt(2 * Math.log(mean / median)));
