import type { ServiceScheduler } from "./service-scheduler";
import type { Traffic } from "./traffic";
import type { World } from "./world";

/** Ends a deployment whose targets answer with more server errors in a minute than they may. */
export class DeploymentAlarm {
  private errors = 0;
  /** An alarm that rings already when a deployment begins is ignored for all of it. */
  private isRinging = false;

  constructor(
    world: World,
    private readonly scheduler: ServiceScheduler,
    private readonly traffic: Traffic,
    private readonly perMinute: number,
  ) {
    world.simulation.every(world.draw("metricSeconds"), () => this.measure());
  }

  private measure(): void {
    this.traffic.accrue();
    const wasRinging = this.isRinging;
    this.isRinging = this.traffic.errors - this.errors > this.perMinute;
    this.errors = this.traffic.errors;
    if (this.isRinging && !wasRinging) this.scheduler.fail("alarm of server errors");
  }
}
