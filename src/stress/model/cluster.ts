import type { Instance } from "./instance";
import { placeFor } from "./placement";
import type { ServiceScheduler } from "./service-scheduler";
import type { Task } from "./task";

/** The instances that tasks are placed on, and the tasks that wait for one. */
export class Cluster {
  readonly instances = new Set<Instance>();
  private readonly waiting = new Map<Task, ServiceScheduler>();
  private readonly owners = new Map<Task, ServiceScheduler>();
  /** Told when a draining instance has no task left. */
  onEmptied: (instance: Instance) => void = () => {};

  /** Tasks in PROVISIONING. */
  get provisioning(): readonly Task[] {
    return [...this.waiting.keys()];
  }

  add(instance: Instance): void {
    this.instances.add(instance);
    this.placeWaiting();
  }

  /** Its service tasks are to move; without any it is empty at once. */
  drain(instance: Instance): void {
    if (instance.isDraining || instance.state !== "registered") return;
    instance.isDraining = true;
    if (instance.tasks.size === 0) this.onEmptied(instance);
    for (const task of instance.tasks) this.owners.get(task)?.reconcile();
  }

  /** Nobody reaches it any more, and what runs on it runs on. */
  cutOff(instance: Instance): void {
    for (const task of instance.tasks) this.owners.get(task)?.unreachable(task);
  }

  remove(instance: Instance): void {
    this.instances.delete(instance);
    for (const task of instance.tasks) this.owners.get(task)?.lost(task);
  }

  /** A new task: placed if there is room, else it waits for capacity. */
  queue(task: Task, owner: ServiceScheduler): void {
    if (this.place(task, owner)) owner.placed(task);
    else this.waiting.set(task, owner);
  }

  place(task: Task, owner: ServiceScheduler): boolean {
    const instance = placeFor(task.size, this.instances, owner.tasks, owner.facts.placement);
    if (instance === undefined) return false;
    instance.take(task);
    task.instance = instance;
    this.owners.set(task, owner);
    return true;
  }

  /** It has stopped: what it took is free. */
  release(task: Task): void {
    this.waiting.delete(task);
    this.owners.delete(task);
    const { instance } = task;
    instance?.release(task);
    if (instance?.isDraining && instance.tasks.size === 0) this.onEmptied(instance);
    this.placeWaiting();
  }

  /** Room may have come up. What is as large as one that found none finds none either. */
  private placeWaiting(): void {
    const tooLarge = new Set<Task["size"]>();
    for (const [task, owner] of this.waiting) {
      if (tooLarge.has(task.size)) continue;
      if (this.place(task, owner)) {
        this.waiting.delete(task);
        owner.placed(task);
      } else {
        tooLarge.add(task.size);
      }
    }
  }
}
