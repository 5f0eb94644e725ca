import type { Service } from "../facts/services";
import type { Cluster } from "./cluster";
import { breakerThreshold, lowerBound, upperBound } from "./deployment-rules";
import type { TargetGroup } from "./target-group";
import { type Behaviour, type Revision, Task } from "./task";
import type { World } from "./world";

/** Longest pause between starts of a service whose tasks fail to start: ECS developer guide, service-throttle-logic. */
const LONGEST_THROTTLE_SECONDS = 900;

/** Seconds in RUNNING after which a task without health checks counts as healthy: API_DeploymentConfiguration. */
const RUNNING_IS_HEALTHY_SECONDS = 40;

/** Why a task can't start; `undefined`: nothing keeps it from it. */
export type Hindrance = (task: Task) => string | undefined;

export type DeploymentState = "in-progress" | "completed" | "failed";

/** The scheduler of one service: so many tasks of the right revision, within the bounds of what may be missing or extra. */
export class ServiceScheduler {
  readonly tasks = new Set<Task>();
  desired: number;
  revision: Revision = { number: 1, behaviour: {} };
  deployment: DeploymentState = "completed";
  /** What may keep its tasks from starting; a scenario adds to it, and takes away. */
  readonly hindrances = new Set<Hindrance>();
  private lastCompleted = this.revision;
  /** The revision that is all there, and still watched. */
  private baking: Revision | undefined;
  private failures = 0;
  private failedStarts = 0;
  private throttledUntil = 0;
  private isDue = false;
  private count = 0;

  constructor(
    private readonly world: World,
    readonly facts: Service,
    private readonly cluster: Cluster,
    private readonly targets: TargetGroup | undefined,
  ) {
    this.desired = facts.desired;
  }

  /** Has its tasks running at once, as they are long after a deployment. */
  begin(): void {
    while (this.tasks.size < this.desired) {
      const task = this.make();
      if (!this.cluster.place(task, this)) return;
      this.run(task);
      if (this.targets === undefined) task.target = "healthy";
      else this.targets.begin(task);
    }
  }

  /** A new revision is rolled out. */
  deploy(behaviour: Behaviour): void {
    this.switchTo({ number: this.revision.number + 1, behaviour });
    this.world.trace.add("deployment-started", this.facts.name, `revision ${this.revision.number}`);
  }

  setDesired(desired: number): void {
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
    task.state = "pending";
    const attach = task.size.interfaces > 0 ? this.world.draw("interfaceAttachSeconds") : 0;
    this.later(task, attach + this.world.draw("imagePullSeconds"), () => {
      const hindrance = task.revision.behaviour.failsToStart ? "its container ends" : this.hindranceOf(task);
      if (hindrance === undefined) this.started(task);
      else this.failToStart(task, hindrance);
    });
  }

  /** Nobody reaches it; ECS does nothing about that until the load balancer says so. */
  unreachable(task: Task): void {
    if (this.targets === undefined) task.isAlive = false;
    else this.targets.die(task);
  }

  /** Its instance is gone, and everything on it. */
  lost(task: Task): void {
    this.unreachable(task);
    // ECS learns of it later than it happens.
    this.world.after(this.world.draw("lostInstanceNoticedSeconds"), () => this.ended(task, "its instance is gone"));
  }

  /** The load balancer has another opinion of a task. */
  healthChanged(task: Task): void {
    const grace = task.runningSince + this.facts.healthCheckGraceSeconds - this.world.now;
    if (task.target === "unhealthy" && grace > 0) {
      // Failed checks count from the end of the grace period on.
      this.later(task, grace, () => this.healthChanged(task));
      return;
    }
    if (task.revision === this.revision && this.deployment === "in-progress") {
      if (task.target === "healthy") this.failures = 0;
      else if (task.isActive) this.failed();
    }
    this.reconcile();
  }

  isHealthy(task: Task): boolean {
    return task.state === "running" && task.target === "healthy";
  }

  private look(): void {
    const active = [...this.tasks].filter(({ isActive }) => isActive);
    const staying = active.filter((task) => !this.isLeaving(task));
    this.start(this.desired - staying.length, upperBound(this.desired, this.facts.maximumPercent) - active.length);
    for (const task of active) {
      // What isn't running yet on an instance that is draining never will.
      if (this.isLeaving(task) && task.state !== "running") this.stop(task, "not needed any more");
    }
    this.stopLeaving(active.length);
    for (const task of this.extras(staying)) this.stop(task, "scale-in");
    this.complete();
  }

  private start(missing: number, room: number): void {
    const wait = this.throttledUntil - this.world.now;
    if (wait > 0) {
      if (missing > 0) this.world.after(wait, () => this.reconcile());
      return;
    }
    for (let left = Math.min(missing, room); left > 0; left -= 1) this.cluster.queue(this.make(), this);
  }

  /** Those that leave go when enough others are healthy; a sick one also where there is no room for its replacement. */
  private stopLeaving(active: number): void {
    const running = [...this.tasks].filter(({ state }) => state === "running");
    let spare =
      running.filter((task) => this.isHealthy(task)).length -
      lowerBound(this.desired, this.facts.minimumHealthyPercent);
    const healthyStaying = running.filter((task) => this.isHealthy(task) && !this.isLeaving(task)).length;
    const isFull = active >= upperBound(this.desired, this.facts.maximumPercent);
    for (const task of running) {
      if (!this.isLeaving(task)) continue;
      if (!this.isHealthy(task)) {
        if (healthyStaying >= this.desired || isFull) this.stop(task, "unhealthy");
      } else if (spare > 0) {
        spare -= 1;
        this.stop(task, "replaced");
      }
    }
  }

  private extras(staying: readonly Task[]): readonly Task[] {
    const order = ["provisioning", "pending", "running"];
    return [...staying]
      .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
      .slice(0, Math.max(0, staying.length - this.desired));
  }

  private isLeaving(task: Task): boolean {
    return (
      task.revision !== this.revision ||
      task.isSurplus ||
      (task.target === "unhealthy" && this.world.now >= task.runningSince + this.facts.healthCheckGraceSeconds) ||
      task.instance?.isDraining === true
    );
  }

  private complete(): void {
    if (this.deployment !== "in-progress") return;
    const active = [...this.tasks].filter(({ isActive }) => isActive);
    const own = active.filter(({ revision }) => revision === this.revision);
    if (own.length < active.length || own.filter((task) => this.isHealthy(task)).length < this.desired) return;
    if (this.baking === this.revision) return;
    this.baking = this.revision;
    const { revision } = this;
    // With an alarm to watch, the deployment goes on for a while after its last step.
    const seconds = this.facts.serverErrorsPerMinute === undefined ? 0 : this.world.draw("bakeSeconds");
    this.world.after(seconds, () => {
      if (this.deployment !== "in-progress" || this.revision !== revision) return;
      this.deployment = "completed";
      this.lastCompleted = revision;
      this.world.trace.add("deployment-completed", this.facts.name, `revision ${revision.number}`);
    });
  }

  private make(): Task {
    this.count += 1;
    const task = new Task(`${this.facts.name}/${this.count}`, this.revision, this.facts.task, this.world.now);
    this.tasks.add(task);
    return task;
  }

  private started(task: Task): void {
    this.failedStarts = 0;
    this.run(task);
    const ready = this.world.draw("applicationStartSeconds");
    if (this.targets !== undefined) this.targets.register(task, ready);
    else {
      this.later(task, RUNNING_IS_HEALTHY_SECONDS, () => {
        task.target = "healthy";
        this.healthChanged(task);
      });
    }
    this.reconcile();
  }

  private run(task: Task): void {
    task.state = "running";
    task.isAlive = true;
    task.runningSince = this.world.now;
    task.instance?.images.add(imageOf(task, this.facts));
    this.world.trace.add("task-running", task.id, task.instance?.id);
  }

  /** Why a task can't start where it was placed: its image, its secrets. */
  private hindranceOf(task: Task): string | undefined {
    for (const hindrance of this.hindrances) {
      const why = hindrance(task);
      if (why !== undefined) return why;
    }
    return undefined;
  }

  private failToStart(task: Task, why: string): void {
    this.failedStarts += 1;
    // No curve is published: it doubles from ten seconds on, to the published end.
    this.throttledUntil = this.world.now + Math.min(LONGEST_THROTTLE_SECONDS, 10 * 2 ** (this.failedStarts - 1));
    this.world.trace.add("task-failed-to-start", task.id, why);
    this.ended(task, why);
    if (task.revision === this.revision && this.deployment === "in-progress") this.failed();
  }

  private failed(): void {
    this.failures += 1;
    if (!this.facts.circuitBreaker || this.failures < breakerThreshold(this.desired)) return;
    this.fail("circuit breaker");
  }

  /** Ends the deployment as failed; with rollback the last good revision comes back. */
  fail(cause: string): void {
    if (this.deployment !== "in-progress") return;
    this.deployment = "failed";
    this.world.trace.add("deployment-failed", this.facts.name, `revision ${this.revision.number}: ${cause}`);
    if (this.facts.rollback) this.switchTo(this.lastCompleted);
  }

  private switchTo(revision: Revision): void {
    this.revision = revision;
    this.deployment = "in-progress";
    this.baking = undefined;
    this.failures = 0;
    this.failedStarts = 0;
    this.throttledUntil = 0;
    this.reconcile();
  }

  /** Deregistered first, then asked to end, then killed. */
  private stop(task: Task, why: string): void {
    if (!task.isActive) return;
    const wasRunning = task.state === "running";
    task.cancelTimers();
    task.state = "stopping";
    this.world.trace.add("task-stopping", task.id, why);
    if (!wasRunning) {
      this.ended(task, why);
      return;
    }
    this.targets?.deregister(task);
    const drain = this.targets?.facts.deregistrationDelaySeconds ?? 0;
    const end = Math.min(this.world.draw("applicationStopSeconds"), this.facts.stopTimeoutSeconds);
    this.later(task, drain + end, () => this.ended(task, why));
  }

  private ended(task: Task, why: string): void {
    if (task.state === "stopped") return;
    task.cancelTimers();
    task.state = "stopped";
    task.isAlive = false;
    this.targets?.end(task);
    this.tasks.delete(task);
    this.world.trace.add("task-stopped", task.id, why);
    this.cluster.release(task);
    this.reconcile();
  }

  private later(task: Task, seconds: number, action: () => void): void {
    const cancel = this.world.after(seconds, () => {
      task.timers.delete(cancel);
      action();
    });
    task.timers.add(cancel);
  }
}

/** What an instance that has run such a task needs no registry for. */
export const imageOf = ({ revision }: Task, { name }: Service): string => `${name}:${revision.number}`;
