import type { ManagedScaling } from "../facts/capacity";
import type { TaskSize } from "../facts/services";

/** What an instance offers to tasks. */
export interface Room {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  readonly interfaces: number;
}

/**
 * CapacityProviderReservation, in percent: instances needed of instances there. Of none, none needed is 100 and any are
 * 200, with which a group starts from zero by two.
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-auto-scaling.html
 */
export function capacityProviderReservation(needed: number, running: number): number {
  if (running === 0) return needed === 0 ? 100 : 200;
  return (needed / running) * 100;
}

/**
 * Instances that a group is held to need. With tasks that found no room: those there, and as many as the largest group
 * of equal tasks needs, within the steps. Without: those that hold a task which isn't a daemon's.
 * @param waiting tasks in PROVISIONING, of one size each
 * @param rooms what an empty instance of each type offers, in any order
 */
export function instancesNeeded(
  running: number,
  inUse: number,
  waiting: readonly { readonly size: TaskSize; readonly count: number }[],
  rooms: readonly Room[],
  scaling: ManagedScaling,
): number {
  const additions = waiting.map(({ size, count }) => additionFor(size, count, rooms)).filter((added) => added > 0);
  if (additions.length === 0) return inUse;
  const added = Math.max(...additions);
  return running + Math.min(Math.max(added, scaling.minimumStep), scaling.maximumStep);
}

/** None for tasks that the smallest type can't hold: they are left out, and wait for ever. */
function additionFor(size: TaskSize, count: number, rooms: readonly Room[]): number {
  const fits = rooms.map((room) => tasksOf(size, room));
  if (Math.min(...fits) < 1) return 0;
  return Math.ceil(count / Math.max(...fits));
}

/** Tasks of a size that an empty instance holds. */
export function tasksOf(size: TaskSize, room: Room): number {
  return Math.min(
    size.cpuUnits > 0 ? Math.floor(room.cpuUnits / size.cpuUnits) : Number.POSITIVE_INFINITY,
    size.memoryMiB > 0 ? Math.floor(room.memoryMiB / size.memoryMiB) : Number.POSITIVE_INFINITY,
    size.interfaces > 0 ? Math.floor(room.interfaces / size.interfaces) : Number.POSITIVE_INFINITY,
    size.hostPorts.length > 0 ? 1 : Number.POSITIVE_INFINITY,
  );
}

/**
 * Instances that target tracking asks for. From none it counts as if there were one.
 * @param reservation in percent
 */
export function desiredInstances(running: number, reservation: number, targetCapacity: number): number {
  return Math.max(0, Math.ceil((Math.max(running, 1) * reservation) / targetCapacity - 1e-9));
}

/**
 * What the reservation must stay below, 15 minutes long, for a scale-in: the target at 100, else nine tenths of it, as
 * observed (`../shared/reference/behaviour.md`, 1).
 */
export function scaleInThreshold(targetCapacity: number): number {
  return targetCapacity === 100 ? 100 : 0.9 * targetCapacity;
}

/** Instances after a step of scale-in: at most half of them go at once, and at least one. */
export function afterScaleIn(current: number, wanted: number): number {
  return Math.max(wanted, current - Math.max(1, Math.floor(current / 2)));
}
