import type { Service, StrategyItem } from "../facts/services";
import type { Cluster } from "./cluster";
import { lowerBound, upperBound } from "./deployment-rules";
import { serviceAction } from "./events";
import { RestartThrottle } from "./restart-throttle";
import { type DeploymentState, Rollout } from "./rollout";
import { surplusTasks } from "./scale-in-order";
import { nextProvider } from "./strategy";
import type { TargetGroup } from "./target-group";
import { type Behaviour, type Revision, Task } from "./task";
import { inOrder, TaskCensus } from "./task-census";
import { TaskLifecycle } from "./task-lifecycle";
import type { TaskStart } from "./task-start";
import type { World } from "./world";

export interface ServiceSchedulerProps {
  readonly world: World;
  readonly facts: Service;
  /** Its strategy, as far as there are groups for it. */
  readonly strategy: readonly StrategyItem[];
  readonly cluster: Cluster;
  readonly targets: TargetGroup | undefined;
  /** What its agents do before its tasks start. */
  readonly agent: TaskStart;
}

/** The scheduler of one service: so many tasks of the right revision, within the bounds of what may be missing or extra. */
export class ServiceScheduler {
  readonly facts: Service;
  readonly census: TaskCensus;
  desired: number;
  private readonly world: World;
  private readonly cluster: Cluster;
  private readonly strategy: readonly StrategyItem[];
  private readonly rollout: Rollout;
  private readonly lifecycle: TaskLifecycle;
  private readonly throttle = new RestartThrottle();
  private isDue = false;
  private isRetrying = false;
  private count = 0;

  constructor({ world, facts, strategy, cluster, targets, agent }: ServiceSchedulerProps) {
    this.world = world;
    this.facts = facts;
    this.strategy = strategy;
    this.cluster = cluster;
    this.desired = facts.desired;
    this.census = new TaskCensus(world, facts.healthCheckGraceSeconds);
    this.rollout = new Rollout(world, facts);
    this.lifecycle = new TaskLifecycle(world, facts, cluster, targets, agent, {
      running: (task) => this.running(task),
      failedToStart: (task) => this.failedToStart(task),
      healthChanged: (task) => this.healthChanged(task),
      stopped: (task) => this.stopped(task),
    });
  }

  get tasks(): ReadonlySet<Task> {
    return this.census.all;
  }

  /** The revision that is to run. */
  get revision(): Revision {
    return this.rollout.revision;
  }

  get deployment(): DeploymentState {
    return this.rollout.state;
  }

  /** When the last deployment, or its rollback, began. */
  get deploymentSince(): number {
    return this.rollout.since;
  }

  /** Has its tasks running at once, as they are long after a deployment. */
  begin(): void {
    while (this.tasks.size < this.desired) {
      const task = this.make(this.revision);
      if (!this.cluster.place(task, this)) {
        // What finds no room at first is started as any other, later.
        this.census.delete(task);
        this.reconcile();
        return;
      }
      this.lifecycle.begin(task);
    }
  }

  /** A new revision is rolled out. */
  deploy(behaviour: Behaviour): void {
    this.rollout.deploy(behaviour, this.desired);
    this.throttle.reset();
    this.reconcile();
  }

  /** An alarm that watches deployments rings: the one under way, if there is one, has failed. */
  fail(cause: string): void {
    this.rollout.fail(cause, this.facts.alarmRollback);
    this.throttle.reset();
    this.reconcile();
  }

  setDesired(desired: number): void {
    // During a deployment both revisions grow and shrink.
    this.rollout.kept = Math.max(0, this.rollout.kept + desired - this.desired);
    this.desired = desired;
    this.reconcile();
  }

  /** Looks at the service again soon; asked for often, it looks once. */
  reconcile(): void {
    if (this.isDue) return;
    this.isDue = true;
    this.world.after(this.world.draw("schedulerSeconds"), () => {
      this.isDue = false;
      this.look();
    });
  }

  /** A task has found its instance: its agent prepares it. */
  placed(task: Task): void {
    this.lifecycle.prepare(task);
  }

  /** Its instance drains: it can't stay there. */
  displaced(task: Task): void {
    this.census.note(task);
    this.reconcile();
  }

  /** Its container ends by itself. */
  exit(task: Task): void {
    this.lifecycle.exit(task);
  }

  /** Nobody reaches it; ECS does nothing about that until the load balancer says so. */
  unreachable(task: Task): void {
    this.lifecycle.unreachable(task);
  }

  /** Its instance is gone, and everything on it. */
  lost(task: Task): void {
    this.lifecycle.lost(task);
  }

  /** The load balancer has another opinion of a task. */
  healthChanged(task: Task): void {
    const grace = task.runningSince + this.facts.healthCheckGraceSeconds - this.world.now;
    if (task.target === "unhealthy" && grace > 0) {
      // Failed checks count from the end of the grace period on.
      this.lifecycle.later(task, grace, () => this.healthChanged(task));
      return;
    }
    const { revision } = this;
    this.rollout.healthChanged(task, this.desired);
    if (revision !== this.revision) this.throttle.reset();
    this.reconcile();
  }

  isHealthy(task: Task): boolean {
    return task.state === "running" && task.target === "healthy";
  }

  /** Whether it is as it should be: a deployment or a missing task is not. */
  get isSteady(): boolean {
    const { size } = this.tasks;
    return this.deployment === "completed" && size === this.desired && this.census.counts.healthy === size;
  }

  private look(): void {
    const { census } = this;
    const upper = upperBound(this.desired, this.facts.maximumPercent);
    const { active } = census.counts;
    const { tasks: own, healthy } = census.staying(this.revision);
    const missing = this.desired - own.size;
    const surplus = missing < 0 ? inOrder(own) : [];
    let room = upper - active;
    room -= this.start(this.rollout.stable, this.missingStable(healthy), room);
    // A deployment that has failed starts nothing more of its revision.
    if (this.deployment !== "failed") this.start(this.revision, missing, room);
    for (const task of inOrder([...census.doomed, ...census.others(this.revision)])) {
      // What isn't running yet on an instance that is draining never will.
      if (this.isLeaving(task) && task.state !== "running") this.lifecycle.stop(task, "not needed any more");
    }
    this.stopLeaving(active >= upper);
    const placement = this.cluster.placementOf(this);
    for (const task of surplusTasks(surplus, this.desired, placement)) this.lifecycle.stop(task, "scale-in");
    if (this.isWhole()) this.rollout.settle();
  }

  /**
   * Tasks of the revision before that are gone without a replacement that is healthy: it replaces its own.
   * @param replaced healthy tasks of the revision that is to run
   */
  private missingStable(replaced: number): number {
    const { stable, kept } = this.rollout;
    if (stable === this.revision) return 0;
    return Math.min(kept, this.desired - replaced) - this.census.staying(stable).tasks.size;
  }

  /** Starts what is missing, as far as there is room. @returns tasks started */
  private start(revision: Revision, missing: number, room: number): number {
    const wanted = Math.min(missing, room);
    if (wanted <= 0) return 0;
    const wait = this.throttle.secondsLeft(this.world.now);
    if (wait > 0) {
      this.world.after(wait, () => this.reconcile());
      return 0;
    }
    for (let started = 0; started < wanted; started += 1) {
      const task = this.make(revision);
      const outcome = this.cluster.queue(task, this);
      if (outcome === "refused") {
        this.census.delete(task);
        this.noRoom();
        return started;
      }
      this.world.trace.add("task-provisioning", task.id, `revision ${revision.number}`);
      if (outcome === "placed") this.placed(task);
    }
    return wanted;
  }

  /** Nothing makes room for its tasks: it says so, and tries again. */
  private noRoom(): void {
    if (this.isRetrying) return;
    this.isRetrying = true;
    this.world.trace.add("task-placement-failed", this.facts.name, "no instance has room");
    this.world.publish(serviceAction(this.facts, "SERVICE_TASK_PLACEMENT_FAILURE", "RESOURCE"));
    this.world.after(this.world.draw("placementRetrySeconds"), () => {
      this.isRetrying = false;
      this.reconcile();
    });
  }

  /**
   * Those that leave go when enough others are healthy, the doomed before the merely old; a sick one also where there is
   * no room for its replacement.
   */
  private stopLeaving(isFull: boolean): void {
    const { census } = this;
    const { doomed } = census;
    const others = census.others(this.revision);
    // Counted before any of them stops.
    const healthyOthers = others.filter((task) => this.isHealthy(task) && !this.isLeaving(task)).length;
    const healthyStaying = census.staying(this.revision).healthy + healthyOthers;
    let spare = census.counts.healthy - lowerBound(this.desired, this.facts.minimumHealthyPercent);
    for (const task of [...doomed, ...others]) {
      if (task.state !== "running" || !this.isLeaving(task)) continue;
      if (!this.isHealthy(task)) {
        if (healthyStaying >= this.desired || isFull) this.lifecycle.stop(task, "unhealthy");
      } else if (spare > 0) {
        spare -= 1;
        if (task.revision === this.rollout.stable && !census.isDoomed(task)) this.rollout.kept -= 1;
        this.lifecycle.stop(task, "replaced");
      }
    }
  }

  private isLeaving(task: Task): boolean {
    if (this.census.isDoomed(task)) return true;
    if (task.revision === this.revision) return false;
    // What a failed deployment has left of the revision before stays.
    if (this.deployment === "failed") return false;
    // What replaces a task of the revision before starts, and stays until a new one is healthy.
    return task.revision !== this.rollout.stable || task.state === "running";
  }

  private isWhole(): boolean {
    const { census, revision } = this;
    const isOld = census.others(revision).length > 0 || census.doomed.some((task) => task.revision !== revision);
    return !isOld && census.counts.healthy >= this.desired;
  }

  private make(revision: Revision): Task {
    this.count += 1;
    const size = revision.behaviour.size ?? this.facts.task;
    const provider = nextProvider(this.strategy, this.census.providers);
    const id = `${this.facts.name}/${this.count}`;
    const task = new Task(id, this.count, revision, size, provider, this.world.now);
    this.census.add(task);
    return task;
  }

  private running(task: Task): void {
    this.throttle.reset();
    this.rollout.running(task);
    this.reconcile();
  }

  private failedToStart(task: Task): void {
    this.throttle.failed(this.world.now);
    if (this.throttle.isImpaired) this.world.publish(serviceAction(this.facts, "SERVICE_TASK_START_IMPAIRED"));
    const { revision } = this;
    this.rollout.startFailed(task, this.desired);
    if (revision !== this.revision) this.throttle.reset();
    this.reconcile();
  }

  private stopped(task: Task): void {
    this.census.delete(task);
    this.reconcile();
  }
}
