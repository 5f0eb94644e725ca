/** Each entry that is given, with its index. */
export function* given<T>(list: readonly (T | undefined)[] | undefined): Generator<readonly [index: number, entry: T]> {
  for (const [index, entry] of (list ?? []).entries()) if (entry !== undefined) yield [index, entry];
}

/** Each value that was there before, with the index of where it was first. */
export function* repeated<T extends string | number>(
  list: readonly (T | undefined)[] | undefined,
): Generator<{ readonly index: number; readonly value: T; readonly first: number }> {
  const firsts = new Map<T, number>();
  for (const [index, value] of given(list)) {
    const first = firsts.get(value);
    if (first === undefined) firsts.set(value, index);
    else yield { index, value, first };
  }
}

/** Whether both are known and the first is the greater. */
export function exceeds(value: number | undefined, limit: number | undefined): value is number {
  return value !== undefined && limit !== undefined && value > limit;
}

/** The entries by a key, each group in the list's order. */
export function groupBy<T, K>(list: Iterable<T>, key: (entry: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const entry of list) {
    const group = groups.get(key(entry));
    if (group === undefined) groups.set(key(entry), [entry]);
    else group.push(entry);
  }
  return groups;
}
