import type { PlacementStrategy, TaskSize } from "../facts/services";
import type { Instance } from "./instance";
import type { Task } from "./task";

/**
 * The instance that a task is placed on: of those that take tasks and have room, by the strategies in their order.
 * `undefined`: none has room.
 * @param siblings the service's other tasks, which a spread looks at
 */
export function placeFor(
  size: TaskSize,
  instances: Iterable<Instance>,
  siblings: Iterable<Task>,
  strategies: readonly PlacementStrategy[],
): Instance | undefined {
  const candidates = [...instances].filter((instance) => instance.takesTasks && instance.holds(size));
  const counts = new Map<string, number>();
  for (const { instance, isActive } of siblings) {
    if (instance === undefined || !isActive) continue;
    for (const key of [instance.zone, instance.id]) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const rank = (instance: Instance): readonly number[] => [
    ...strategies.map(({ type, field }) => {
      if (type === "binpack") return instance.freeMemoryMiB;
      if (type === "random") return 0;
      return counts.get(/instanceId|host/i.test(field) ? instance.id : instance.zone) ?? 0;
    }),
  ];
  let best: { readonly instance: Instance; readonly rank: readonly number[] } | undefined;
  for (const instance of candidates) {
    const own = rank(instance);
    if (best === undefined || isBefore(own, best.rank)) best = { instance, rank: own };
  }
  return best?.instance;
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((value, place) => value !== b[place]);
  return index >= 0 && (a[index] ?? 0) < (b[index] ?? 0);
}
