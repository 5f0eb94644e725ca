import type { TargetHealth } from "../facts/services";
import type { Task } from "./task";
import type { Traffic } from "./traffic";
import type { World } from "./world";

/** A load balancer's view of a service's tasks, which lags behind what they are. */
export class TargetGroup {
  private readonly targets = new Set<Task>();
  /** Of the targets that are being drained: since when, and what they were serving. */
  private readonly draining = new Map<Task, { readonly since: number; readonly inFlight: number }>();

  constructor(
    private readonly world: World,
    readonly facts: TargetHealth,
    readonly traffic: Traffic,
    /** Told when a target's health has changed. */
    private readonly changed: (task: Task) => void,
  ) {}

  /** A target is healthy long since. */
  begin(task: Task): void {
    this.targets.add(task);
    task.target = "healthy";
    this.count();
  }

  /**
   * A new target: one passed check makes it healthy, not as many as an unhealthy one needs.
   * @param readySeconds until it can answer
   */
  register(task: Task, readySeconds: number): void {
    this.targets.add(task);
    task.target = "initial";
    const { intervalSeconds, timeoutSeconds, unhealthyThreshold } = this.facts;
    const first = this.world.chance("health-check") * intervalSeconds;
    if (task.revision.behaviour.neverHealthy) {
      const failing = first + (unhealthyThreshold - 1) * intervalSeconds + timeoutSeconds;
      this.later(task, failing, () => this.set(task, "unhealthy"));
    } else {
      const checks = Math.max(0, Math.ceil((readySeconds - first) / intervalSeconds));
      this.later(task, first + checks * intervalSeconds, () => this.set(task, "healthy"));
    }
    this.count();
  }

  /** No further requests for it; those under way have the deregistration delay. */
  deregister(task: Task): void {
    if (!this.targets.has(task)) return;
    if (task.isAlive && this.isInRotation(task)) {
      this.draining.set(task, { since: this.world.now, inFlight: this.traffic.inFlightPerTarget });
    }
    this.targets.delete(task);
    task.target = "draining";
    this.count();
  }

  /** It ends, in whatever state it is. */
  end(task: Task): void {
    const drained = this.draining.get(task);
    if (drained !== undefined) this.traffic.cutAfter(this.world.now - drained.since, drained.inFlight);
    this.draining.delete(task);
    this.targets.delete(task);
    task.target = "unused";
    this.count();
  }

  /** It can't answer any more, and the load balancer finds out by failed checks. */
  die(task: Task): void {
    if (!task.isAlive) return;
    if (this.targets.has(task) && this.isInRotation(task)) this.traffic.cut();
    task.isAlive = false;
    this.count();
    if (!this.targets.has(task)) return;
    const { intervalSeconds, timeoutSeconds, unhealthyThreshold } = this.facts;
    const first = this.world.chance("health-check") * intervalSeconds;
    const seconds = first + (unhealthyThreshold - 1) * intervalSeconds + timeoutSeconds;
    this.later(task, seconds, () => this.set(task, "unhealthy"));
  }

  /** It answers again, after a time in which it couldn't. */
  revive(task: Task): void {
    if (task.isAlive || !this.targets.has(task)) return;
    task.isAlive = true;
    const seconds = (this.world.chance("health-check") + this.facts.healthyThreshold - 1) * this.facts.intervalSeconds;
    this.later(task, seconds, () => this.set(task, "healthy"));
    this.count();
  }

  private set(task: Task, state: "healthy" | "unhealthy"): void {
    if (!this.targets.has(task) || task.target === state || task.isAlive !== (state === "healthy" || isSick(task)))
      return;
    task.target = state;
    this.world.trace.add(`target-${state}`, task.id);
    this.count();
    this.changed(task);
  }

  /** Where no target is healthy, requests go to all of them: the load balancer fails open. */
  private isInRotation(task: Task): boolean {
    return task.target === "healthy" || ![...this.targets].some(({ target }) => target === "healthy");
  }

  private count(): void {
    const healthy = [...this.targets].filter(({ target }) => target === "healthy");
    const inRotation = healthy.length > 0 ? healthy : [...this.targets];
    const answering = inRotation.filter((task) => task.isAlive && !isSick(task));
    this.traffic.change({
      targets: {
        inRotation: inRotation.length,
        dead: inRotation.length - answering.length,
        errors: answering.reduce((sum, { revision }) => sum + (revision.behaviour.errorShare ?? 0), 0),
      },
    });
  }

  private later(task: Task, seconds: number, action: () => void): void {
    const cancel = this.world.after(seconds, () => {
      task.timers.delete(cancel);
      action();
    });
    task.timers.add(cancel);
  }
}

const isSick = ({ revision }: Task) => revision.behaviour.neverHealthy === true;
