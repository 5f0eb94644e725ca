import type { Service } from "../facts/services";
import type { Cluster } from "./cluster";
import type { ServiceScheduler } from "./service-scheduler";
import type { World } from "./world";

/**
 * AZ rebalancing of a service: as long as one zone has at least two tasks more than another with room, a task starts
 * there, and then one of the fullest stops.
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
 */
export class ZoneRebalancing {
  private isUnderWay = false;

  constructor(
    private readonly world: World,
    private readonly scheduler: ServiceScheduler,
    private readonly cluster: Cluster,
  ) {
    world.simulation.every(world.draw("rebalancingSeconds"), () => this.look());
  }

  private look(): void {
    const { scheduler } = this;
    if (!scheduler.isSteady) return;
    const placement = this.cluster.placementOf(scheduler);
    const open = [...this.cluster.instances].filter(({ takesTasks }) => takesTasks);
    const zones = [...new Set(open.map(({ zone }) => zone))];
    const counts = zones.map((zone) => placement.tasksIn(zone));
    const emptiest = zones[counts.indexOf(Math.min(...counts))];
    const fullest = zones[counts.indexOf(Math.max(...counts))];
    const isUneven = Math.max(...counts) - Math.min(...counts) >= 2;
    if (!isUneven || emptiest === undefined || !placement.hasRoomIn(emptiest)) {
      if (this.isUnderWay) this.world.trace.add("service-rebalancing-completed", scheduler.facts.name);
      this.isUnderWay = false;
      return;
    }
    if (!this.isUnderWay) this.world.trace.add("service-rebalancing-started", scheduler.facts.name);
    this.isUnderWay = true;
    const task = [...scheduler.tasks].find(({ instance }) => instance?.zone === fullest);
    if (task === undefined) return;
    task.isSurplus = true;
    scheduler.reconcile();
  }
}

/** Not beside a strategy that has another first aim, nor where nothing may start before something has stopped. */
export const isRebalanced = ({ zoneRebalancing, maximumPercent, placement }: Service): boolean =>
  zoneRebalancing && maximumPercent > 100 && placement[0]?.type === "spread" && /zone/i.test(placement[0].field);
