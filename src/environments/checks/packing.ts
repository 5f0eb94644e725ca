/** What a task takes, and what an instance has. */
export interface Room {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  readonly networkInterfaces: number;
}

export interface Load {
  readonly task: Room;
  readonly count: number;
}

/** Instances alike: so many, each with so much room left. */
interface Bin {
  readonly room: Room;
  readonly count: number;
}

/** How many such tasks fit in the room. */
export function tasksThatFit(task: Room, room: Room): number {
  const ratios = KINDS.map((kind) =>
    task[kind] === 0 ? Number.POSITIVE_INFINITY : Math.floor(room[kind] / task[kind]),
  );
  return Math.max(0, Math.min(...ratios));
}

/**
 * Instances that the tasks need, packed first-fit, the largest first: at most 11/9 of what a perfect packing needs, and
 * not unlike what ECS's binpack does. Tasks alike are packed at once, so that their number costs nothing.
 *
 * @param loads whose tasks each fit into an empty instance
 */
export function instancesNeeded(loads: readonly Load[], instance: Room): number {
  let bins: readonly Bin[] = [];
  const bySize = loads.toSorted((a, b) => share(b.task, instance) - share(a.task, instance));
  for (const { task, count } of bySize) {
    let left = count;
    const packed: Bin[] = [];
    for (const bin of bins) {
      const placed = place(task, left, bin);
      left = placed.left;
      packed.push(...placed.bins);
    }
    const fit = tasksThatFit(task, instance);
    bins =
      left === 0 ? packed : [...packed, ...place(task, left, { room: instance, count: Math.ceil(left / fit) }).bins];
  }
  return bins.reduce((sum, { count }) => sum + count, 0);
}

const KINDS = ["cpuUnits", "memoryMiB", "networkInterfaces"] as const;

/** The largest part that a task takes of an instance. */
function share(task: Room, instance: Room): number {
  return Math.max(...KINDS.map((kind) => task[kind] / Math.max(1, instance[kind])));
}

/** Fills instances one after the other: some full, one perhaps in part, the rest as they were. */
function place(task: Room, count: number, bin: Bin): { readonly bins: readonly Bin[]; readonly left: number } {
  const fit = tasksThatFit(task, bin.room);
  if (fit === 0 || count === 0) return { bins: [bin], left: count };
  const full = Math.min(bin.count, Math.floor(count / fit));
  const rest = full < bin.count ? count % fit : 0;
  const bins = [
    { room: less(bin.room, task, fit), count: full },
    { room: less(bin.room, task, rest), count: rest > 0 ? 1 : 0 },
    { room: bin.room, count: bin.count - full - (rest > 0 ? 1 : 0) },
  ].filter((part) => part.count > 0);
  return { bins, left: count - full * fit - rest };
}

function less(room: Room, task: Room, count: number): Room {
  return {
    cpuUnits: room.cpuUnits - task.cpuUnits * count,
    memoryMiB: room.memoryMiB - task.memoryMiB * count,
    networkInterfaces: room.networkInterfaces - task.networkInterfaces * count,
  };
}
