import type { Platform } from "./platform";

/** The platform at a moment. */
export interface Sample {
  readonly second: number;
  readonly desiredTasks: number;
  readonly runningTasks: number;
  readonly healthyTasks: number;
  /** Tasks in PROVISIONING. */
  readonly waitingTasks: number;
  readonly instances: { readonly onDemand: number; readonly spot: number };
  /** Instances that take tasks, by zone. */
  readonly zones: { readonly [zone: string]: number };
  /** Requests since the sample before, and those of them that failed. */
  readonly requests: number;
  readonly failedRequests: number;
}

/** Looks at the platform at a fixed pace. */
export class Recorder {
  readonly samples: Sample[] = [];
  private requests = 0;
  private failed = 0;

  constructor(
    private readonly platform: Platform,
    everySeconds: number,
  ) {
    // After all else of that second.
    platform.world.simulation.every(everySeconds, () => this.look(), 0, Number.MAX_SAFE_INTEGER);
  }

  private look(): void {
    const { world, services, groups, cluster } = this.platform;
    const tasks = services.flatMap(({ scheduler }) => [...scheduler.tasks]);
    const instances = groups.flatMap((group) => [...group.instances]).filter(({ state }) => state === "registered");
    for (const { traffic } of services) traffic.accrue();
    const requests = services.reduce((sum, { traffic }) => sum + traffic.requests, 0);
    const failed = services.reduce((sum, { traffic }) => sum + traffic.failed, 0);
    const zones: { [zone: string]: number } = {};
    for (const { zone, takesTasks } of instances) zones[zone] = (zones[zone] ?? 0) + (takesTasks ? 1 : 0);
    const spot = instances.filter(({ market }) => market === "spot").length;
    this.samples.push({
      second: world.now,
      desiredTasks: services.reduce((sum, { scheduler }) => sum + scheduler.desired, 0),
      runningTasks: tasks.filter(({ state }) => state === "running").length,
      healthyTasks: tasks.filter(({ state, target, isAlive }) => state === "running" && target === "healthy" && isAlive)
        .length,
      waitingTasks: cluster.provisioning.length,
      instances: { onDemand: instances.length - spot, spot },
      zones,
      requests: requests - this.requests,
      failedRequests: failed - this.failed,
    });
    this.requests = requests;
    this.failed = failed;
  }
}
