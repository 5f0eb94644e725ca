import type { Way } from "../facts/reachability";
import type { AutoScalingGroup } from "./auto-scaling-group";
import type { Instance } from "./instance";
import type { Platform } from "./platform";
import type { ServiceScheduler } from "./service-scheduler";

export interface ZoneOutage {
  readonly zone: string;
  /** `"network"`: what is there runs on, and nobody reaches it; `"instances"`: it ends. */
  readonly kind: "network" | "instances";
  /** Whether launches fail in the other zones too, where everybody now goes. @default false */
  readonly launchesFailElsewhere?: boolean;
  /** Share of the zone's instances that it hits. @default 1 */
  readonly share?: number;
}

/** A zone fails: with it, whatever leaves by its NAT gateway. */
export function failZone(platform: Platform, outage: ZoneOutage): void {
  const { zone, kind, launchesFailElsewhere = false, share = 1 } = outage;
  platform.world.trace.add("zone-failed", zone, kind);
  for (const group of platform.groups) {
    for (const closed of launchesFailElsewhere ? group.facts.zones : [zone]) group.closedZones.add(closed);
    for (const [from, by] of Object.entries(group.facts.egressZones)) if (by === zone) group.cutOffZones.add(from);
    const own = [...group.instances].filter((instance) => instance.zone === zone);
    const hit = new Set(own.slice(0, Math.ceil(own.length * share)));
    for (const instance of [...group.instances]) {
      if (hit.has(instance) && kind === "instances") group.lose(instance, "zone failed");
      else if (hit.has(instance)) {
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

/** The instance with the most tasks of some services is gone from one moment to the next. */
export function loseFullest({ groups }: Platform, services: readonly ServiceScheduler[]): void {
  const held = (instance: Instance) =>
    [...instance.tasks].filter((task) => services.some(({ tasks }) => tasks.has(task)));
  const all = groups.flatMap((group) => group.staying.map((instance) => ({ group, instance })));
  const [first] = all.sort((a, b) => held(b.instance).length - held(a.instance).length);
  first?.group.lose(first.instance, "failed");
}

/** For a while, kinds of ways lead nowhere. Agents that no longer reach ECS aren't heard of, and new ones never. */
export function loseWays(platform: Platform, kind: Way["kind"], seconds: number): void {
  const { surroundings, cluster, groups, world } = platform;
  const cut = (group: AutoScalingGroup) =>
    group.facts.zones.filter((zone) => surroundings.ways(group.facts, zone, "ecs")?.length === 0);
  const before = new Map(groups.map((group) => [group, new Set(group.cutOffZones)]));
  surroundings.lost.add(kind);
  world.trace.add("ways-lost", kind);
  for (const group of groups) {
    for (const zone of cut(group)) group.cutOffZones.add(zone);
    for (const instance of group.instances) if (group.cutOffZones.has(instance.zone)) cluster.disconnect(instance);
  }
  world.after(seconds, () => {
    surroundings.lost.delete(kind);
    world.trace.add("ways-back", kind);
    for (const group of groups) {
      for (const zone of group.cutOffZones) if (!before.get(group)?.has(zone)) group.reopen(zone);
      for (const instance of group.instances) if (!group.cutOffZones.has(instance.zone)) cluster.connect(instance);
    }
  });
}
