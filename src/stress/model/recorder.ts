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

  /** One pass over what there is: of a run's own time, looking at it is the largest part. */
  private look(): void {
    const { world, services, groups, cluster } = this.platform;
    let [desiredTasks, runningTasks, healthyTasks, requests, failed] = [0, 0, 0, 0, 0];
    for (const { scheduler, traffic } of services) {
      traffic.accrue();
      requests += traffic.requests;
      failed += traffic.failed;
      desiredTasks += scheduler.desired;
      const { running, serving } = scheduler.census.counts;
      runningTasks += running;
      healthyTasks += serving;
    }
    let [onDemand, spot] = [0, 0];
    const zones: { [zone: string]: number } = {};
    for (const group of groups) {
      for (const { state, market, zone, takesTasks } of group.instances) {
        if (state !== "registered") continue;
        if (market === "spot") spot += 1;
        else onDemand += 1;
        zones[zone] = (zones[zone] ?? 0) + (takesTasks ? 1 : 0);
      }
    }
    this.samples.push({
      second: world.now,
      desiredTasks,
      runningTasks,
      healthyTasks,
      waitingTasks: cluster.provisioning.length,
      instances: { onDemand, spot },
      zones,
      requests: requests - this.requests,
      failedRequests: failed - this.failed,
    });
    this.requests = requests;
    this.failed = failed;
  }
}
