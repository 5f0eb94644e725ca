import type { ServiceScheduler } from "./service-scheduler";
import type { World } from "./world";

/** Targets of a service in a zone. */
export interface ZoneCensus {
  registered: number;
  healthy: number;
  unhealthy: number;
}

/** A service's tasks, counted. */
export interface Census {
  running: number;
  pending: number;
  readonly zones: Map<string, ZoneCensus>;
}

const known = new WeakMap<ServiceScheduler, { readonly at: number; readonly census: Census }>();

/** Counts a service's tasks, once a moment however many ask. */
export function censusOf(scheduler: ServiceScheduler, { now }: World): Census {
  const before = known.get(scheduler);
  if (before?.at === now) return before.census;
  const census: Census = { running: 0, pending: 0, zones: new Map() };
  for (const { state, target, instance } of scheduler.tasks) {
    if (state === "running") census.running += 1;
    if (state === "pending" || state === "provisioning") census.pending += 1;
    if (instance === undefined || target === "unused" || target === "draining") continue;
    const zone = census.zones.get(instance.zone) ?? { registered: 0, healthy: 0, unhealthy: 0 };
    zone.registered += 1;
    if (target === "healthy") zone.healthy += 1;
    if (target === "unhealthy") zone.unhealthy += 1;
    census.zones.set(instance.zone, zone);
  }
  known.set(scheduler, { at: now, census });
  return census;
}
