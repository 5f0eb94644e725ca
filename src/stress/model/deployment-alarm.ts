import type { ServiceScheduler } from "./service-scheduler";
import type { Revision } from "./task";
import type { Traffic } from "./traffic";
import type { World } from "./world";

/** Ends a deployment whose targets answer with more server errors in a minute than they may. */
export class DeploymentAlarm {
  private errors = 0;
  /** The one to run when it last looked. */
  private revision: Revision;
  private isRinging = false;
  /** An alarm that rings already when a deployment begins is ignored for all of it. */
  private ignored: Revision | undefined;

  constructor(
    world: World,
    private readonly scheduler: ServiceScheduler,
    private readonly traffic: Traffic,
    private readonly perMinute: number,
  ) {
    this.revision = scheduler.revision;
    world.simulation.every(world.draw("metricSeconds"), () => this.measure());
  }

  private measure(): void {
    this.traffic.accrue();
    const wasRinging = this.isRinging;
    const { revision } = this.scheduler;
    if (wasRinging && this.revision !== revision) this.ignored = revision;
    this.revision = revision;
    this.isRinging = this.traffic.errors - this.errors > this.perMinute;
    this.errors = this.traffic.errors;
    if (this.isRinging && this.ignored !== revision) this.scheduler.fail("alarm of server errors");
  }
}
