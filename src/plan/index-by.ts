/** Elements by their keys: each stands under every key that it has, in their order. */
export function indexBy<T, Key>(
  elements: readonly T[],
  keysOf: (element: T) => readonly Key[],
): ReadonlyMap<Key, readonly T[]> {
  const found = new Map<Key, T[]>();
  for (const element of elements) {
    for (const key of keysOf(element)) {
      const siblings = found.get(key);
      if (siblings === undefined) found.set(key, [element]);
      else siblings.push(element);
    }
  }
  return found;
}
