import type { TaskSize } from "../facts/services";
import type { Instance } from "./instance";

/**
 * `provisioning`: it waits for an instance; `pending`: its agent prepares it; `running`; `stopping`: it is being
 * deregistered or its containers end; `stopped`.
 */
export type TaskState = "provisioning" | "pending" | "running" | "stopping" | "stopped";

/** What the load balancer makes of a task. `unused`: it isn't registered, yet or any more. */
export type TargetState = "unused" | "initial" | "healthy" | "unhealthy" | "draining";

/** How a revision of a service behaves once it is started. */
export interface Behaviour {
  /** Its containers end before they run; a number: of that share of its tasks. @default false */
  readonly failsToStart?: boolean | number;
  /** It never passes a health check. @default false */
  readonly neverHealthy?: boolean;
  /** Share of its requests that it answers with an error. @default 0 */
  readonly errorShare?: number;
  /** Seconds from its start until it answers. @default - as assumed of any application */
  readonly startSeconds?: number;
  /** Seconds in service after which its container ends by itself. @default - it doesn't */
  readonly endsAfterSeconds?: number;
  /** Seconds that the pull of its image takes. @default - as assumed of any image */
  readonly imagePullSeconds?: number;
  /** What a task of it asks of an instance. @default - as the service's others */
  readonly size?: TaskSize;
}

/** A revision of a task definition. */
export interface Revision {
  readonly number: number;
  readonly behaviour: Behaviour;
}

/** One task of a service. */
export class Task {
  instance: Instance | undefined;
  /** When it began to run. */
  runningSince = Number.POSITIVE_INFINITY;
  /** Told when its state, its target, or whether it is alive or surplus, has changed. */
  onChange: () => void = () => {};
  private ownState: TaskState = "provisioning";
  private ownTarget: TargetState = "unused";
  private alive = false;
  private surplus = false;
  /** Takes back what is scheduled for it. */
  readonly timers = new Set<() => void>();

  constructor(
    readonly id: string,
    /** Counted from the first of its service on. */
    readonly number: number,
    readonly revision: Revision,
    readonly size: TaskSize,
    /** Capacity provider that was chosen for it; `undefined`: it may go on any instance. */
    readonly provider: string | undefined,
    readonly createdAt: number,
  ) {}

  get state(): TaskState {
    return this.ownState;
  }

  set state(state: TaskState) {
    this.ownState = state;
    this.onChange();
  }

  get target(): TargetState {
    return this.ownTarget;
  }

  set target(target: TargetState) {
    this.ownTarget = target;
    this.onChange();
  }

  /** Whether it runs and can be reached: what is sent to one that isn't is lost. */
  get isAlive(): boolean {
    return this.alive;
  }

  set isAlive(isAlive: boolean) {
    this.alive = isAlive;
    this.onChange();
  }

  /** Whether its service wants to be rid of it, for a cause of its own: a balance between zones. */
  get isSurplus(): boolean {
    return this.surplus;
  }

  set isSurplus(isSurplus: boolean) {
    this.surplus = isSurplus;
    this.onChange();
  }

  /** Counts towards the service's tasks: it isn't on its way out. */
  get isActive(): boolean {
    return this.state === "provisioning" || this.state === "pending" || this.state === "running";
  }

  cancelTimers(): void {
    for (const cancel of this.timers) cancel();
    this.timers.clear();
  }
}
