import type { Platform } from "./platform";

export interface ZoneOutage {
  readonly zone: string;
  /** `"network"`: what is there runs on, and nobody reaches it; `"instances"`: it ends. */
  readonly kind: "network" | "instances";
  /** Whether launches fail in the other zones too, where everybody now goes. @default false */
  readonly launchesFailElsewhere?: boolean;
}

/** A zone fails: with it, whatever leaves by its NAT gateway. */
export function failZone(platform: Platform, { zone, kind, launchesFailElsewhere = false }: ZoneOutage): void {
  platform.world.trace.add("zone-failed", zone, kind);
  for (const group of platform.groups) {
    for (const closed of launchesFailElsewhere ? group.facts.zones : [zone]) group.closedZones.add(closed);
    for (const [from, by] of Object.entries(group.facts.egressZones)) if (by === zone) group.cutOffZones.add(from);
    for (const instance of [...group.instances]) {
      if (instance.zone === zone && kind === "instances") group.lose(instance, "zone failed");
      else if (instance.zone === zone) {
        platform.cluster.disconnect(instance);
        group.fail(instance);
        platform.cluster.cutOff(instance);
      } else if (group.cutOffZones.has(instance.zone)) {
        // Its tasks serve on; its agent hears of nothing, and no task starts on it.
        platform.cluster.disconnect(instance);
      }
    }
  }
}
