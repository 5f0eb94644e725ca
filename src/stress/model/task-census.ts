import type { Revision, Task } from "./task";
import type { World } from "./world";

/** What an active task counts as. */
interface Entry {
  readonly isRunning: boolean;
  readonly isHealthy: boolean;
  /** Whether what is sent to it is answered, too. */
  readonly serves: boolean;
  readonly isDoomed: boolean;
}

/** Tasks, counted. */
type Counts = Record<"active" | "running" | "healthy" | "serving", number>;

/** Active tasks of a revision that aren't doomed. */
interface Staying {
  readonly tasks: Set<Task>;
  /** Of these, the healthy ones. */
  healthy: number;
}

/**
 * The tasks of a service, counted as they change. Each notes by itself that it has changed, and only those that have are
 * looked at again: what a look at the service costs grows with what is under way, not with the number of its tasks.
 */
export class TaskCensus {
  /** Of any state, in the order in which they were made. */
  readonly all = new Set<Task>();
  /** Counts every change of a task: what is made of them stays as it is while this does. */
  version = 0;
  private readonly changed = new Set<Task>();
  private readonly entries = new Map<Task, Entry>();
  private readonly sums: Counts = { active: 0, running: 0, healthy: 0, serving: 0 };
  private readonly doomedTasks = new Set<Task>();
  private readonly byRevision = new Map<Revision, Staying>();
  private readonly byProvider = new Map<string, number>();

  constructor(
    private readonly world: World,
    private readonly graceSeconds: number,
  ) {}

  add(task: Task): void {
    this.all.add(task);
    task.onChange = () => this.note(task);
    this.note(task);
  }

  delete(task: Task): void {
    this.version += 1;
    this.all.delete(task);
    this.changed.delete(task);
    this.forget(task);
  }

  /** Something that decides what a task counts as has changed. */
  note(task: Task): void {
    this.version += 1;
    if (this.all.has(task)) this.changed.add(task);
  }

  get counts(): Readonly<Counts> {
    this.refresh();
    return this.sums;
  }

  /** Active tasks by capacity provider. */
  get providers(): ReadonlyMap<string, number> {
    this.refresh();
    return this.byProvider;
  }

  /** Its days are numbered whatever its revision: it is sick, or where it can't stay. */
  isDoomed({ isSurplus, target, runningSince, instance }: Task): boolean {
    return (
      isSurplus ||
      (target === "unhealthy" && this.world.now >= runningSince + this.graceSeconds) ||
      instance?.isDraining === true
    );
  }

  /** The active tasks that are. */
  get doomed(): readonly Task[] {
    this.refresh();
    return inOrder(this.doomedTasks);
  }

  /** Active tasks of a revision that aren't doomed. */
  staying(revision: Revision): Readonly<Staying> {
    this.refresh();
    return this.byRevision.get(revision) ?? { tasks: new Set(), healthy: 0 };
  }

  /** Those of every revision but one. */
  others(revision: Revision): readonly Task[] {
    this.refresh();
    return inOrder([...this.byRevision].flatMap(([own, { tasks }]) => (own === revision ? [] : [...tasks])));
  }

  private refresh(): void {
    for (const task of this.changed) {
      this.forget(task);
      if (task.isActive) this.enter(task);
      // What is unhealthy in its grace period is doomed by the mere passing of time.
      if (task.target !== "unhealthy" || this.entries.get(task)?.isDoomed !== false) this.changed.delete(task);
    }
  }

  private forget(task: Task): void {
    const entry = this.entries.get(task);
    if (entry === undefined) return;
    this.entries.delete(task);
    this.count(task, entry, -1);
  }

  private enter(task: Task): void {
    const isRunning = task.state === "running";
    const isHealthy = isRunning && task.target === "healthy";
    const entry = { isRunning, isHealthy, serves: isHealthy && task.isAlive, isDoomed: this.isDoomed(task) };
    this.entries.set(task, entry);
    this.count(task, entry, 1);
  }

  private count(task: Task, { isRunning, isHealthy, serves, isDoomed }: Entry, sign: 1 | -1): void {
    this.sums.active += sign;
    if (isRunning) this.sums.running += sign;
    if (isHealthy) this.sums.healthy += sign;
    if (serves) this.sums.serving += sign;
    const { provider } = task;
    if (provider !== undefined) this.byProvider.set(provider, (this.byProvider.get(provider) ?? 0) + sign);
    if (isDoomed) move(this.doomedTasks, task, sign);
    else this.countStaying(task, isHealthy, sign);
  }

  private countStaying(task: Task, isHealthy: boolean, sign: 1 | -1): void {
    const own = this.byRevision.get(task.revision) ?? { tasks: new Set(), healthy: 0 };
    move(own.tasks, task, sign);
    if (isHealthy) own.healthy += sign;
    if (own.tasks.size > 0) this.byRevision.set(task.revision, own);
    else this.byRevision.delete(task.revision);
  }
}

/** In the order in which they were made. */
export const inOrder = (tasks: Iterable<Task>): readonly Task[] => [...tasks].sort((a, b) => a.number - b.number);

function move(tasks: Set<Task>, task: Task, sign: 1 | -1): void {
  if (sign === 1) tasks.add(task);
  else tasks.delete(task);
}
