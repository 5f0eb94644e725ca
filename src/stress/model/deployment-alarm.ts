import type { Alarms } from "./alarms";
import type { ServiceScheduler } from "./service-scheduler";
import type { World } from "./world";

/** An alarm of the service, while it rings or has rung. */
interface Ring {
  readonly alarm: string;
  readonly from: number;
  until: number;
}

/**
 * Ends a deployment while which an alarm of the service's begins to ring. One that rings already when a deployment begins
 * is ignored for all of it.
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
 */
export function watchDeployments(world: World, scheduler: ServiceScheduler, alarms: Alarms): void {
  const rings: Ring[] = [];
  alarms.onChange(({ address }, state) => {
    if (!scheduler.facts.deploymentAlarms.includes(address)) return;
    const { now } = world;
    if (state !== "ALARM") {
      for (const ring of rings) if (ring.alarm === address) ring.until = Math.min(ring.until, now);
      return;
    }
    const since = scheduler.deploymentSince;
    const isIgnored = rings.some(({ alarm, from, until }) => alarm === address && from <= since && since < until);
    rings.push({ alarm: address, from: now, until: Number.POSITIVE_INFINITY });
    if (!isIgnored) scheduler.fail("alarm");
  });
}
