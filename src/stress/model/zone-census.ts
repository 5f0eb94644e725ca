import type { ServiceScheduler } from "./service-scheduler";

/** Targets of a service in a zone. */
export interface ZoneCensus {
  registered: number;
  healthy: number;
  unhealthy: number;
}

const known = new WeakMap<ServiceScheduler, { readonly version: number; readonly zones: Map<string, ZoneCensus> }>();

/** A service's targets by zone, counted again only where a task has changed. */
export function zonesOf(scheduler: ServiceScheduler): ReadonlyMap<string, ZoneCensus> {
  const { version } = scheduler.census;
  const before = known.get(scheduler);
  if (before?.version === version) return before.zones;
  const zones = new Map<string, ZoneCensus>();
  for (const { target, instance } of scheduler.tasks) {
    if (instance === undefined || target === "unused" || target === "draining") continue;
    const zone = zones.get(instance.zone) ?? { registered: 0, healthy: 0, unhealthy: 0 };
    zone.registered += 1;
    if (target === "healthy") zone.healthy += 1;
    if (target === "unhealthy") zone.unhealthy += 1;
    zones.set(instance.zone, zone);
  }
  known.set(scheduler, { version, zones });
  return zones;
}
