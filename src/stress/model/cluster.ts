import type { TaskSize } from "../facts/services";
import type { Instance } from "./instance";
import { Placement } from "./placement";
import type { ServiceScheduler } from "./service-scheduler";
import type { Task } from "./task";

/** Tasks in PROVISIONING that a cluster may have: quota L-B7718569. */
export const PROVISIONING_QUOTA = 500;

/** The instances that tasks are placed on, and the tasks that wait for one. */
export class Cluster {
  readonly instances = new Set<Instance>();
  private readonly waiting = new Map<Task, ServiceScheduler>();
  private readonly owners = new Map<Task, ServiceScheduler>();
  private readonly placements = new Map<ServiceScheduler, Placement>();
  /** Told when a draining instance has no task left. */
  onEmptied: (instance: Instance) => void = () => {};

  /**
   * @param scaled capacity providers with managed scaling: their tasks wait for room that is made
   * @param daemons what runs on every instance, beside all else
   */
  constructor(
    private readonly scaled: ReadonlySet<string>,
    private readonly daemons: readonly TaskSize[],
  ) {}

  /** Tasks in PROVISIONING. */
  get provisioning(): readonly Task[] {
    return [...this.waiting.keys()];
  }

  /** Where the tasks of a service may go. */
  placementOf(owner: ServiceScheduler): Placement {
    let placement = this.placements.get(owner);
    if (placement === undefined) {
      placement = new Placement(owner.facts);
      for (const instance of this.instances) placement.update(instance);
      this.placements.set(owner, placement);
    }
    return placement;
  }

  add(instance: Instance): void {
    this.instances.add(instance);
    for (const size of this.daemons) if (instance.holds(size)) instance.reserve(size);
    this.update(instance);
    this.placeWaiting();
  }

  /** Its service tasks are to move; without any it is empty at once. */
  drain(instance: Instance): void {
    if (instance.isDraining || instance.state !== "registered") return;
    instance.isDraining = true;
    this.update(instance);
    if (instance.tasks.size === 0) this.onEmptied(instance);
    for (const task of instance.tasks) this.owners.get(task)?.displaced(task);
  }

  /** ECS doesn't hear of its agent any more: what runs there runs on, and nothing new comes. */
  disconnect(instance: Instance): void {
    instance.isConnected = false;
    this.update(instance);
  }

  connect(instance: Instance): void {
    instance.isConnected = true;
    this.update(instance);
    this.placeWaiting();
  }

  /** Nobody reaches it any more, and what runs on it runs on. */
  cutOff(instance: Instance): void {
    for (const task of instance.tasks) this.owners.get(task)?.unreachable(task);
  }

  remove(instance: Instance): void {
    this.instances.delete(instance);
    for (const placement of this.placements.values()) placement.remove(instance);
    for (const task of instance.tasks) this.owners.get(task)?.lost(task);
  }

  /**
   * A new task: placed if there is room, else it waits for capacity, in PROVISIONING, until its owner is told that it is
   * placed; refused where there is neither room nor a place to wait.
   */
  queue(task: Task, owner: ServiceScheduler): "placed" | "waiting" | "refused" {
    if (this.place(task, owner)) return "placed";
    if (!this.waits(task)) return "refused";
    this.waiting.set(task, owner);
    return "waiting";
  }

  place(task: Task, owner: ServiceScheduler): boolean {
    const placement = this.placementOf(owner);
    const instance = placement.find(task.size, task.provider);
    if (instance === undefined) return false;
    instance.take(task);
    task.instance = instance;
    this.owners.set(task, owner);
    placement.add(task, instance);
    this.update(instance);
    return true;
  }

  /** It is on its way out, and doesn't count for the balance of its service's tasks any more. */
  leave(task: Task): void {
    const owner = this.owners.get(task);
    if (owner !== undefined) this.placementOf(owner).leave(task);
  }

  /** It has stopped: what it took is free. */
  release(task: Task): void {
    this.leave(task);
    this.waiting.delete(task);
    this.owners.delete(task);
    const { instance } = task;
    if (instance === undefined) return;
    instance.release(task);
    if (instance.state === "gone") return;
    this.update(instance);
    if (instance.isDraining && instance.tasks.size === 0) this.onEmptied(instance);
    this.placeWaiting();
  }

  /** Without a provider that makes room, a task that finds none fails at once. */
  private waits({ provider }: Task): boolean {
    return provider !== undefined && this.scaled.has(provider) && this.waiting.size < PROVISIONING_QUOTA;
  }

  private update(instance: Instance): void {
    for (const placement of this.placements.values()) placement.update(instance);
  }

  /** Room may have come up. What is as large as one of its service that found none finds none either. */
  private placeWaiting(): void {
    const tooLarge = new Map<ServiceScheduler, Set<string>>();
    for (const [task, owner] of this.waiting) {
      const key = `${task.provider} ${task.size.memoryMiB} ${task.size.cpuUnits}`;
      const own = tooLarge.get(owner) ?? new Set();
      if (own.has(key)) continue;
      if (this.place(task, owner)) {
        this.waiting.delete(task);
        owner.placed(task);
      } else {
        tooLarge.set(owner, own.add(key));
      }
    }
  }
}
