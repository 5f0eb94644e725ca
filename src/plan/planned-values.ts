import {
  entry,
  isKnown,
  isList,
  isRecord,
  type MaybeValue,
  referencesOf,
  Unknown,
  type Value,
  type ValueRecord,
} from "./value";

/**
 * Planned values with what is known only at apply filled in from the configuration's expressions.
 * @param planned values of a resource in `planned_values`; what is unknown is left out of it
 * @param unknown `after_unknown` of its change: `true` at each place that is unknown
 * @param written the values of its expressions, asked for by argument where one is unknown
 * @param untold stands for a value that no expression says, as those of a `dynamic` block are, of an argument
 */
export function fillIn(
  planned: ValueRecord,
  unknown: MaybeValue,
  written: (argument: string) => MaybeValue,
  untold: (argument: string) => Unknown,
): ValueRecord {
  const mask = isRecord(unknown) ? unknown : {};
  return record([...Object.keys(planned), ...Object.keys(mask)], (key) => {
    const here = entry(mask, key);
    return hasUnknown(here)
      ? new Filler(untold(key)).fill(entry(planned, key), here, written(key))
      : entry(planned, key);
  });
}

class Filler {
  constructor(private readonly untold: Unknown) {}

  fill(planned: MaybeValue, unknown: MaybeValue, written: MaybeValue): MaybeValue {
    if (!hasUnknown(unknown)) return planned;
    // What nothing in the configuration says is left to the provider: not set.
    if (unknown === true) return written;
    if (isRecord(planned) && isRecord(unknown)) {
      return record([...Object.keys(planned), ...Object.keys(unknown)], (key) => {
        const inner = isRecord(written) ? entry(written, key) : (written ?? this.untold);
        return this.fill(entry(planned, key), entry(unknown, key), inner);
      });
    }
    if (isList(planned) && isList(unknown)) {
      const sources = this.sourcesOf(planned, written);
      return unknown.map((mask, index) => this.fill(planned[index], mask, sources[index]) ?? null);
    }
    return written ?? this.untold;
  }

  /**
   * The written element of each planned one. The plan sorts sets, so blocks are told by what is known of them; anything
   * else stands where it was written.
   */
  private sourcesOf(planned: readonly Value[], written: MaybeValue): readonly MaybeValue[] {
    if (!isList(written)) return planned.map(() => written ?? this.untold);
    if (!written.every(isRecord)) {
      const known = written.length === planned.length;
      return planned.map((_, index) => (known ? written[index] : new Unknown(referencesOf(written))));
    }
    const left = new Set(written);
    return planned.map((element) => {
      const scored = [...left].map((candidate) => ({ candidate, score: likeness(element, candidate) }));
      const best = scored.reduce<(typeof scored)[number] | undefined>(
        (leader, other) => (other.score >= 0 && other.score > (leader?.score ?? -1) ? other : leader),
        undefined,
      );
      if (best === undefined) return this.untold;
      left.delete(best.candidate);
      return best.candidate;
    });
  }
}

/** How many arguments two blocks have in common; negative: they are different blocks. */
function likeness(planned: Value, written: ValueRecord): number {
  if (!isRecord(planned)) return -1;
  let common = 0;
  for (const [key, value] of Object.entries(written)) {
    const other = entry(planned, key);
    if (value === null || other === undefined || other === null || !isKnown(value)) continue;
    if (typeof value === "object" || typeof other === "object") {
      common += JSON.stringify(value) === JSON.stringify(other) ? 1 : 0;
    } else if (String(value) === String(other)) {
      common += 1;
    } else {
      return -1;
    }
  }
  return common;
}

/** Whether something, at any depth, is `true` in a mask as `after_unknown` is. */
export function hasUnknown(unknown: MaybeValue): boolean {
  if (isList(unknown)) return unknown.some(hasUnknown);
  return unknown === true || (isRecord(unknown) && Object.values(unknown).some(hasUnknown));
}

function record(keys: readonly string[], valueAt: (key: string) => MaybeValue): ValueRecord {
  const entries = [...new Set(keys)].map((key) => [key, valueAt(key)] as const);
  return Object.fromEntries(entries.filter((pair): pair is readonly [string, Value] => pair[1] !== undefined));
}
