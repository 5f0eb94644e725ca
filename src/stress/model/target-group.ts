import type { TargetHealth } from "../facts/targets";
import { HealthCheck } from "./health-check";
import type { Burden } from "./lane";
import { LaneTargets, WHOLE } from "./lane-targets";
import type { TargetState, Task } from "./task";
import type { Traffic } from "./traffic";
import type { World } from "./world";

/** Steps in which a target's share grows in its slow start. */
const RAMP_STEPS = WHOLE / 2;

/** What the load balancer holds of a target. */
interface Target {
  readonly check: HealthCheck;
  /** Number of the node that chooses it. */
  readonly lane: number;
  /** When it was first sent requests. */
  inRotationSince: number;
  /** Steps of its slow start that are behind it; `undefined`: it isn't in one. */
  rampStep: number | undefined;
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
  /** What each node of the load balancer chooses from: all targets, or those of its zone. */
  private readonly lanes: readonly LaneTargets<Task>[];
  /** Of each, the targets that were never sent requests. */
  private readonly unused: readonly Set<Target>[];
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
  ) {
    const nodes = facts.crossZone ? [""] : facts.zones;
    this.lanes = nodes.map(() => new LaneTargets(facts));
    this.unused = nodes.map(() => new Set());
  }

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
    const target = this.make(task, 0);
    target.inRotationSince = Number.NEGATIVE_INFINITY;
    this.targets.set(task, target);
    this.count(task);
  }

  /**
   * A new target: one passed check makes it healthy, not as many as an unhealthy one needs.
   * @param readySeconds until it can answer
   */
  register(task: Task, readySeconds: number): void {
    task.target = "initial";
    const target = this.make(task, this.world.now + readySeconds);
    this.targets.set(task, target);
    this.unused[target.lane]?.add(target);
    this.world.after(readySeconds, () => this.targets.get(task) === target && target.check.look());
    target.check.look();
    // One that was found unhealthy before it could answer is found to answer.
    this.world.after(readySeconds, () => this.targets.get(task)?.check.look());
    this.count(task);
  }

  /** No further requests for it; those under way have the deregistration delay. */
  deregister(task: Task): void {
    const target = this.targets.get(task);
    if (target === undefined) return;
    if (task.isAlive && this.isInRotation(task, target)) {
      const { lane, inRotationSince } = target;
      const ageSeconds = this.world.now - inRotationSince;
      this.draining.set(task, { since: this.world.now, lane, burden: this.traffic.burden(lane), ageSeconds });
    }
    this.forget(task);
    task.target = "draining";
    this.send();
  }

  /** It ends, in whatever state it is. */
  end(task: Task): void {
    this.cutDraining(task);
    this.forget(task);
    task.target = "unused";
    this.send();
  }

  /** It can't answer any more, and the load balancer finds out by failed checks. */
  die(task: Task): void {
    if (!task.isAlive) return;
    const target = this.targets.get(task);
    if (target !== undefined && this.isInRotation(task, target)) {
      const { lane, inRotationSince } = target;
      this.traffic.cut(lane, this.traffic.burden(lane), 0, this.world.now - inRotationSince);
    }
    this.cutDraining(task);
    task.isAlive = false;
    this.count(task);
    target?.check.look();
  }

  private make(task: Task, readyAt: number): Target {
    const answers = () => task.isAlive && !isSick(task) && this.world.now >= readyAt;
    const check = new HealthCheck(this.world, this.facts, task, answers, (health) => this.set(task, health));
    return { check, lane: this.laneOf(task), inRotationSince: Number.POSITIVE_INFINITY, rampStep: undefined };
  }

  private forget(task: Task): void {
    const target = this.targets.get(task);
    if (target === undefined) return;
    target.check.stop();
    this.targets.delete(task);
    this.unused[target.lane]?.delete(target);
    this.lanes[target.lane]?.delete(task);
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
    const isFirst = task.target === "initial" && !this.lanes.some(({ hasHealthy }) => hasHealthy);
    if (health === "healthy" && !isFirst) this.ramp(task, target);
    task.target = health;
    this.world.trace.add(`target-${health}`, task.id);
    this.count(task);
    this.changed(task);
  }

  /** Its share grows from nothing to that of the others; the first target of an empty group has none to spare. */
  private ramp(task: Task, target: Target): void {
    const { slowStartSeconds } = this.facts;
    if (slowStartSeconds === 0) return;
    target.rampStep = 0;
    for (let step = 1; step <= RAMP_STEPS; step += 1) {
      this.world.after((slowStartSeconds * step) / RAMP_STEPS, () => {
        if (this.targets.get(task) !== target) return;
        target.rampStep = step === RAMP_STEPS ? undefined : step;
        this.count(task);
      });
    }
  }

  private laneOf({ instance }: Task): number {
    return this.facts.crossZone ? 0 : this.facts.zones.indexOf(instance?.zone ?? "");
  }

  private isInRotation(task: Task, { lane }: Target): boolean {
    const own = this.lanes[lane];
    return own !== undefined && (task.target === "healthy" || own.isOpen);
  }

  /** A target is new, or has changed. */
  private count(task: Task): void {
    const target = this.targets.get(task);
    if (target !== undefined) {
      const { lane, rampStep } = target;
      const isHealthy = task.target === "healthy";
      this.lanes[lane]?.set(task, {
        isHealthy,
        answers: task.isAlive && !isSick(task),
        errorShare: task.revision.behaviour.errorShare ?? 0,
        // In the middle of a step as much as the straight line has there.
        weight: rampStep === undefined ? WHOLE : 2 * rampStep + 1,
      });
      if (isHealthy) this.use(target);
    }
    this.send();
  }

  private use(target: Target): void {
    target.inRotationSince = Math.min(target.inRotationSince, this.world.now);
    this.unused[target.lane]?.delete(target);
  }

  /** Sends requests where they are to go now. */
  private send(): void {
    const nodes = this.facts.crossZone ? [""] : this.facts.zones;
    for (const [lane, targets] of this.lanes.entries()) {
      if (targets.isOpen) for (const target of this.unused[lane] ?? []) this.use(target);
    }
    if (!this.facts.crossZone) for (const [lane, zone] of nodes.entries()) this.hide(lane, zone);
    // With every zone in trouble, clients are sent to all of them again.
    const shown = nodes.filter((zone) => !this.hiddenZones.has(zone));
    const used = shown.length > 0 ? shown : nodes;
    const shareOf = (zone = "") => (used.includes(zone) ? 1 / used.length : 0);
    this.traffic.change(this.lanes.map(({ rotation }, lane) => ({ ...rotation, share: shareOf(nodes[lane]) })));
  }

  /** A zone with too few targets leaves the name's addresses; clients know when the time is over that they keep them. */
  private hide(lane: number, zone: string): void {
    const isOpen = () => this.lanes[lane]?.isOpen === true;
    if (this.changingZones.has(zone) || this.hiddenZones.has(zone) === isOpen()) return;
    this.changingZones.add(zone);
    this.world.after(this.world.draw("addressCacheSeconds"), () => {
      this.changingZones.delete(zone);
      if (isOpen()) this.hiddenZones.add(zone);
      else this.hiddenZones.delete(zone);
      this.send();
    });
  }
}

const isSick = ({ revision }: Task) => revision.behaviour.neverHealthy === true;
