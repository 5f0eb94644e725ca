import type { PlacementStrategy, Service, TaskSize } from "../facts/services";
import type { Instance } from "./instance";
import type { Task } from "./task";

/** Instances that are alike to a service: one is as good as the other. */
interface Bucket {
  readonly zone: string;
  readonly provider: string | undefined;
  /** A value a strategy, the lowest first choice; that of a spread over zones is looked up. */
  readonly rank: readonly number[];
  readonly instances: Set<Instance>;
}

/**
 * Where the tasks of a service go: filter by room and constraints, then strategies in their order. Instances are kept in
 * buckets of equal rank, up to date with each change of one, so that a placement looks at the buckets only: there are as
 * many as there are different ways to be filled, however large the cluster is.
 */
export class Placement {
  private readonly buckets = new Map<string, Bucket>();
  private readonly known = new Set<Instance>();
  private readonly places = new Map<Instance, string>();
  private readonly placed = new Map<Task, Instance>();
  private readonly inZone = new Map<string, number>();
  private readonly onInstance = new Map<Instance, number>();
  private size: TaskSize;

  constructor(private readonly facts: Pick<Service, "task" | "placement" | "isDistinct">) {
    this.size = facts.task;
  }

  /** The instance for a task of that size and capacity provider; `undefined`: none has room. */
  find(size: TaskSize, provider: string | undefined): Instance | undefined {
    if (size !== this.size) this.resize(size);
    let best: { readonly instance: Instance; readonly rank: readonly number[] } | undefined;
    for (const bucket of this.buckets.values()) {
      if (provider !== undefined && bucket.provider !== provider) continue;
      const rank = bucket.rank.map((value, index) =>
        isOverZones(this.facts.placement[index]) ? this.tasksIn(bucket.zone) : value,
      );
      if (best !== undefined && !isBefore(rank, best.rank)) continue;
      const [instance] = bucket.instances;
      if (instance !== undefined) best = { instance, rank };
    }
    return best?.instance;
  }

  /** Whether a zone has room for one more of the service's tasks. */
  hasRoomIn(zone: string): boolean {
    return [...this.buckets.values()].some((bucket) => bucket.zone === zone);
  }

  /** Tasks of the service in a zone that aren't on their way out. */
  tasksIn(zone: string): number {
    return this.inZone.get(zone) ?? 0;
  }

  /** A task has its place. */
  add(task: Task, instance: Instance): void {
    this.placed.set(task, instance);
    this.inZone.set(instance.zone, this.tasksIn(instance.zone) + 1);
    this.onInstance.set(instance, (this.onInstance.get(instance) ?? 0) + 1);
  }

  /** A task is on its way out; without effect on one that was already. */
  leave(task: Task): void {
    const instance = this.placed.get(task);
    if (instance === undefined) return;
    this.placed.delete(task);
    this.inZone.set(instance.zone, this.tasksIn(instance.zone) - 1);
    const left = (this.onInstance.get(instance) ?? 0) - 1;
    if (left > 0) this.onInstance.set(instance, left);
    else this.onInstance.delete(instance);
    if (this.known.has(instance)) this.update(instance);
  }

  /** An instance has changed: what it holds, or whether it takes tasks. */
  update(instance: Instance): void {
    this.known.add(instance);
    this.drop(instance);
    const isTaken = this.facts.isDistinct && this.onInstance.has(instance);
    if (!instance.takesTasks || isTaken || !instance.holds(this.size)) return;
    const rank = this.facts.placement.map((strategy) => this.valueOf(strategy, instance));
    const key = [instance.zone, instance.provider, ...rank].join(" ");
    let bucket = this.buckets.get(key);
    if (bucket === undefined) {
      bucket = { zone: instance.zone, provider: instance.provider, rank, instances: new Set() };
      this.buckets.set(key, bucket);
    }
    bucket.instances.add(instance);
    this.places.set(instance, key);
  }

  /** It is gone. */
  remove(instance: Instance): void {
    this.known.delete(instance);
    this.drop(instance);
  }

  /** A revision of another size is placed from now on. */
  private resize(size: TaskSize): void {
    this.size = size;
    for (const instance of this.known) this.update(instance);
  }

  private drop(instance: Instance): void {
    const key = this.places.get(instance);
    if (key === undefined) return;
    this.places.delete(instance);
    const bucket = this.buckets.get(key);
    bucket?.instances.delete(instance);
    if (bucket?.instances.size === 0) this.buckets.delete(key);
  }

  private valueOf(strategy: PlacementStrategy, instance: Instance): number {
    if (strategy.type === "binpack") return isCpu(strategy) ? instance.freeCpuUnits : instance.freeMemoryMiB;
    if (strategy.type === "random" || isOverZones(strategy)) return 0;
    return this.onInstance.get(instance) ?? 0;
  }
}

const isCpu = ({ field }: PlacementStrategy) => /cpu/i.test(field);

/** A spread over another attribute than the instance is taken as one over zones, its usual meaning. */
const isOverZones = (strategy: PlacementStrategy | undefined) =>
  strategy?.type === "spread" && !/instanceId|host/i.test(strategy.field);

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((value, place) => value !== b[place]);
  return index >= 0 && (a[index] ?? 0) < (b[index] ?? 0);
}
