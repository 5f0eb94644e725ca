import type { Scaling, TargetTracking } from "../facts/scaling";
import type { ScheduledAction } from "../facts/schedules";
import { inForce, runSchedules } from "./schedules";
import type { ServiceScheduler } from "./service-scheduler";
import type { Traffic } from "./traffic";
import type { World } from "./world";

/** Minutes over the target before tasks are added, and under it before they are taken: the alarms that AWS makes. */
const HIGH_DATA_POINTS = 3;
const LOW_DATA_POINTS = 15;
/** Share of the target that is low: as the alarms of target tracking have it. */
const LOW = 0.9;

/** Target tracking of a service's desired tasks: the policy that wants most wins, and tasks go when none wants them. */
export class ServiceScaling {
  private min: number;
  private max: number;
  private readonly policies: readonly PolicyState[];

  constructor(
    private readonly world: World,
    facts: Scaling,
    private readonly scheduler: ServiceScheduler,
    private readonly traffic: Traffic,
  ) {
    this.min = facts.min;
    this.max = facts.max;
    this.policies = facts.policies.map((policy) => ({ policy, value: undefined, high: 0, low: 0 }));
    for (const action of inForce(world, facts.schedules)) this.bound(action);
    scheduler.desired = Math.min(this.max, Math.max(this.min, scheduler.desired));
    runSchedules(world, facts.schedules, (action) => {
      this.bound(action);
      this.set(this.scheduler.desired, `scheduled action ${action.name}`);
    });
    world.simulation.every(world.draw("metricSeconds"), () => this.measure());
  }

  private lastOut = Number.NEGATIVE_INFINITY;
  private lastIn = Number.NEGATIVE_INFINITY;

  /** Other bounds from now on, as far as the action sets them. */
  private bound({ min, max }: ScheduledAction): void {
    this.min = min ?? this.min;
    this.max = max ?? this.max;
  }

  private measure(): void {
    const { now } = this.world;
    const current = this.scheduler.desired;
    const wishes = this.policies.map((state) => this.wish(state, current));
    const most = Math.max(...wishes.map(({ desired }) => desired));
    if (wishes.length === 0 || most === current) return;
    if (most > current) {
      const cooldown = Math.min(...wishes.map(({ policy }) => policy.scaleOutCooldownSeconds));
      if (now >= this.lastOut + cooldown && this.set(most, "load over target")) this.lastOut = now;
      return;
    }
    // Every policy must be ready to let tasks go, and no scale-out be young.
    const cooldown = Math.max(...wishes.map(({ policy }) => policy.scaleInCooldownSeconds));
    if (now < Math.max(this.lastIn, this.lastOut) + cooldown) return;
    if (this.set(most, "load under target")) this.lastIn = now;
  }

  /** The number of tasks that a policy asks for; the current one, as long as its alarms are quiet. */
  private wish(state: PolicyState, current: number) {
    const { policy } = state;
    // A data point says what was in the minute before.
    const { value } = state;
    state.value = this.value(policy);
    if (value === undefined) {
      // Without data points neither alarm rings, and both begin to count anew.
      state.high = 0;
      state.low = 0;
      return { policy, desired: current };
    }
    const share = value / policy.target;
    state.high = share > 1 ? state.high + 1 : 0;
    state.low = share < LOW ? state.low + 1 : 0;
    const isHeard = state.high >= HIGH_DATA_POINTS || state.low >= LOW_DATA_POINTS;
    return { policy, desired: isHeard ? Math.ceil(current * share - 1e-9) : current };
  }

  /** A task's CPU is as busy as its room for requests. `undefined`: with no request there is no metric of requests. */
  private value({ metric }: TargetTracking): number | undefined {
    if (metric === "cpu") return Math.min(1, this.traffic.utilization) * 100;
    const { requestsPerTarget } = this.traffic;
    return requestsPerTarget === 0 ? undefined : requestsPerTarget * 60;
  }

  private set(desired: number, why: string): boolean {
    const bounded = Math.min(this.max, Math.max(this.min, desired));
    if (bounded === this.scheduler.desired) return false;
    this.world.trace.add(
      "service-scaled",
      this.scheduler.facts.name,
      `${this.scheduler.desired} to ${bounded}: ${why}`,
    );
    this.scheduler.setDesired(bounded);
    return true;
  }
}

interface PolicyState {
  readonly policy: TargetTracking;
  /** Of the last minute; `undefined`: no data point. */
  value: number | undefined;
  /** Data points in a row over, and well under, the target. */
  high: number;
  low: number;
}
