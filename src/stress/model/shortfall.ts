import type { Platform } from "./platform";

/** How often services are looked at, in seconds. */
const LOOK_SECONDS = 10;

/** Notes in the trace when a service has fewer healthy tasks than are desired, and when it has them again. */
export function watchShortfall({ world, services }: Platform): void {
  const short = new Set<string>();
  world.simulation.every(LOOK_SECONDS, () => {
    for (const { scheduler } of services) {
      const { name } = scheduler.facts;
      const missing = scheduler.desired - scheduler.census.counts.healthy;
      if (missing > 0 === short.has(name)) continue;
      if (missing > 0) short.add(name);
      else short.delete(name);
      world.trace.add(missing > 0 ? "service-short" : "service-whole", name, missing > 0 ? `${missing} missing` : "");
    }
  });
}
