import type { TargetHealth } from "../facts/targets";
import { HealthCheck } from "./health-check";
import type { Burden } from "./lane";
import type { TargetState, Task } from "./task";
import type { SharedRotation, Traffic } from "./traffic";
import type { World } from "./world";

/** Steps in which a target's share grows in its slow start. */
const RAMP_STEPS = 10;

/** What the load balancer holds of a target. */
interface Target {
  readonly check: HealthCheck;
  /** When it was first sent requests. */
  inRotationSince: number;
  /** When its slow start began; `undefined`: it has none. */
  rampSince: number | undefined;
}

/** A target that is being drained. */
interface Draining {
  readonly since: number;
  readonly lane: number;
  readonly burden: Burden;
  readonly ageSeconds: number;
}

/** A load balancer's view of a service's tasks, which lags behind what they are. */
export class TargetGroup {
  private readonly targets = new Map<Task, Target>();
  private readonly draining = new Map<Task, Draining>();
  /** Zones that no client is sent to any more, without cross-zone load balancing. */
  private readonly hiddenZones = new Set<string>();
  /** Zones that are about to be hidden, or shown again. */
  private readonly changingZones = new Set<string>();

  constructor(
    private readonly world: World,
    readonly facts: TargetHealth,
    readonly traffic: Traffic,
    /** Told when a target's health has changed. */
    private readonly changed: (task: Task) => void,
  ) {}

  /** Every target as the load balancer's API tells it; one that is being drained until its delay is over. */
  get all(): readonly { readonly task: Task; readonly state: TargetState }[] {
    const over = this.world.now - this.facts.deregistrationDelaySeconds;
    const draining = [...this.draining].filter(([, { since }]) => since > over).map(([task]) => task);
    return [
      ...[...this.targets.keys()].map((task) => ({ task, state: task.target })),
      ...draining.map((task) => ({ task, state: "draining" as const })),
    ];
  }

  /** A target is healthy long since. */
  begin(task: Task): void {
    task.target = "healthy";
    this.targets.set(task, { ...this.make(task, 0), inRotationSince: Number.NEGATIVE_INFINITY });
    this.count();
  }

  /**
   * A new target: one passed check makes it healthy, not as many as an unhealthy one needs.
   * @param readySeconds until it can answer
   */
  register(task: Task, readySeconds: number): void {
    task.target = "initial";
    const target = this.make(task, this.world.now + readySeconds);
    this.targets.set(task, target);
    this.world.after(readySeconds, () => this.targets.get(task) === target && target.check.look());
    target.check.look();
    // One that was found unhealthy before it could answer is found to answer.
    this.world.after(readySeconds, () => this.targets.get(task)?.check.look());
    this.count();
  }

  /** No further requests for it; those under way have the deregistration delay. */
  deregister(task: Task): void {
    const target = this.targets.get(task);
    if (target === undefined) return;
    if (task.isAlive && this.isInRotation(task)) {
      const lane = this.laneOf(task);
      const ageSeconds = this.world.now - target.inRotationSince;
      this.draining.set(task, { since: this.world.now, lane, burden: this.traffic.burden(lane), ageSeconds });
    }
    this.forget(task);
    task.target = "draining";
    this.count();
  }

  /** It ends, in whatever state it is. */
  end(task: Task): void {
    this.cutDraining(task);
    this.forget(task);
    task.target = "unused";
    this.count();
  }

  /** It can't answer any more, and the load balancer finds out by failed checks. */
  die(task: Task): void {
    if (!task.isAlive) return;
    const target = this.targets.get(task);
    if (target !== undefined && this.isInRotation(task)) {
      const lane = this.laneOf(task);
      this.traffic.cut(lane, this.traffic.burden(lane), 0, this.world.now - target.inRotationSince);
    }
    this.cutDraining(task);
    task.isAlive = false;
    this.count();
    target?.check.look();
  }

  /** It answers again, after a time in which it couldn't. */
  revive(task: Task): void {
    const target = this.targets.get(task);
    if (task.isAlive || target === undefined) return;
    task.isAlive = true;
    target.check.look();
    this.count();
  }

  private make(task: Task, readyAt: number): Target {
    const answers = () => task.isAlive && !isSick(task) && this.world.now >= readyAt;
    const check = new HealthCheck(this.world, this.facts, task, answers, (health) => this.set(task, health));
    return { check, inRotationSince: Number.POSITIVE_INFINITY, rampSince: undefined };
  }

  private forget(task: Task): void {
    this.targets.get(task)?.check.stop();
    this.targets.delete(task);
  }

  /** What is still under way on a target that is being drained ends with it. */
  private cutDraining(task: Task): void {
    const drained = this.draining.get(task);
    if (drained === undefined) return;
    this.draining.delete(task);
    this.traffic.cut(drained.lane, drained.burden, this.world.now - drained.since, drained.ageSeconds);
  }

  private set(task: Task, health: "healthy" | "unhealthy"): void {
    const target = this.targets.get(task);
    if (target === undefined || task.target === health) return;
    const isFirst = task.target === "initial" && ![...this.targets.keys()].some((other) => other.target === "healthy");
    if (health === "healthy" && !isFirst) this.ramp(task, target);
    task.target = health;
    this.world.trace.add(`target-${health}`, task.id);
    this.count();
    this.changed(task);
  }

  /** Its share grows from nothing to that of the others; the first target of an empty group has none to spare. */
  private ramp(task: Task, target: Target): void {
    const { slowStartSeconds } = this.facts;
    if (slowStartSeconds === 0) return;
    target.rampSince = this.world.now;
    for (let step = 1; step <= RAMP_STEPS; step += 1) {
      this.world.after((slowStartSeconds * step) / RAMP_STEPS, () => {
        if (this.targets.get(task) !== target) return;
        if (step === RAMP_STEPS) target.rampSince = undefined;
        this.count();
      });
    }
  }

  /** In the middle of a step as much as the straight line has there. */
  private weightOf({ rampSince }: Target): number {
    if (rampSince === undefined) return 1;
    const stepSeconds = this.facts.slowStartSeconds / RAMP_STEPS;
    return (Math.floor((this.world.now - rampSince) / stepSeconds + 1e-9) + 0.5) / RAMP_STEPS;
  }

  /** Targets that one node of the load balancer chooses from: all, or those of its zone. */
  private targetsOf(lane: number): readonly Task[] {
    const all = [...this.targets.keys()];
    return this.facts.crossZone ? all : all.filter(({ instance }) => instance?.zone === this.facts.zones[lane]);
  }

  private laneOf({ instance }: Task): number {
    return this.facts.crossZone ? 0 : Math.max(0, this.facts.zones.indexOf(instance?.zone ?? ""));
  }

  private isInRotation(task: Task): boolean {
    return task.target === "healthy" || this.isOpen(this.targetsOf(this.laneOf(task)));
  }

  /** Where too few targets are healthy, requests go to all of them: the load balancer fails open. */
  private isOpen(targets: readonly Task[]): boolean {
    const healthy = targets.filter(({ target }) => target === "healthy").length;
    const { minimumHealthyTargets, minimumHealthyPercent } = this.facts;
    return healthy < Math.max(minimumHealthyTargets, Math.ceil((targets.length * minimumHealthyPercent) / 100 - 1e-9));
  }

  private count(): void {
    const lanes = this.facts.crossZone ? [""] : this.facts.zones;
    if (!this.facts.crossZone) for (const [lane, zone] of lanes.entries()) this.hide(lane, zone);
    // With every zone in trouble, clients are sent to all of them again.
    const shown = lanes.filter((zone) => !this.hiddenZones.has(zone));
    const used = shown.length > 0 ? shown : lanes;
    this.traffic.change(lanes.map((zone, lane) => this.rotationOf(lane, used.includes(zone) ? 1 / used.length : 0)));
  }

  private rotationOf(lane: number, share: number): SharedRotation {
    const all = this.targetsOf(lane);
    const inRotation = this.isOpen(all) ? all : all.filter(({ target }) => target === "healthy");
    let targets = 0;
    let dead = 0;
    let errors = 0;
    for (const task of inRotation) {
      const target = this.targets.get(task);
      if (target === undefined) continue;
      target.inRotationSince = Math.min(target.inRotationSince, this.world.now);
      const weight = this.weightOf(target);
      targets += weight;
      if (!task.isAlive || isSick(task)) dead += weight;
      else errors += weight * (task.revision.behaviour.errorShare ?? 0);
    }
    return { share, targets, dead, errors };
  }

  /** A zone with too few targets leaves the name's addresses; clients know when the time is over that they keep them. */
  private hide(lane: number, zone: string): void {
    if (this.changingZones.has(zone) || this.hiddenZones.has(zone) === this.isOpen(this.targetsOf(lane))) return;
    this.changingZones.add(zone);
    this.world.after(this.world.draw("addressCacheSeconds"), () => {
      this.changingZones.delete(zone);
      if (this.isOpen(this.targetsOf(lane))) this.hiddenZones.add(zone);
      else this.hiddenZones.delete(zone);
      this.count();
    });
  }
}

const isSick = ({ revision }: Task) => revision.behaviour.neverHealthy === true;
