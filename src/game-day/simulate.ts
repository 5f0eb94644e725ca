import type { Assumptions } from "../stress/assumptions";
import type { Subject } from "../stress/measured";
import { failZone } from "../stress/model/outage";
import type { Platform } from "../stress/model/platform";
import { runScenario } from "../stress/run";
import { START_SECONDS } from "../stress/scenario";
import type { Seen } from "./results";
import { COUNTED } from "./results";

/** An experiment as the simulator does it. */
export interface Simulated {
  readonly percent: number;
  readonly zone: string;
  readonly minutes: number;
}

/** What an experiment comes to: seconds from its beginning, and numbers. `null`: it didn't happen. */
export interface Measures {
  readonly [measure: string]: number | null;
}

/** The disturbance of an experiment; `undefined`: the simulator has none of that id. */
function disturbanceOf(id: string, how: Simulated): ((platform: Platform) => void) | undefined {
  const service = /^tasks-stopped-(.+)$/.exec(id)?.[1];
  if (service !== undefined) return (platform) => stopTasks(platform, service, how.percent);
  switch (id) {
    case "spot-interruptions":
      return (platform) => interrupt(platform, how.percent);
    case "capacity-errors":
      return (platform) => {
        closeZones(platform, undefined, how.minutes);
        interrupt(platform, how.percent);
      };
    case "zone-lost":
      return (platform) => {
        failZone(platform, { kind: "instances", zone: how.zone });
        closeZones(platform, how.zone, how.minutes);
      };
  }
  return undefined;
}

function interrupt({ groups }: Platform, percent: number): void {
  for (const group of groups) {
    const spot = group.staying.filter(({ market }) => market === "spot");
    // FIS rounds down, and takes one at least.
    for (const instance of spot.slice(0, Math.max(1, Math.floor((spot.length * percent) / 100))))
      group.reclaim(instance);
  }
}

/** No launch succeeds in a zone, or in any, for a while. */
function closeZones({ groups, world }: Platform, zone: string | undefined, minutes: number): void {
  for (const group of groups) {
    const closed = group.facts.zones.filter((each) => zone === undefined || each === zone);
    for (const each of closed) group.closedZones.add(each);
    world.after(minutes * 60, () => {
      for (const each of closed) group.closedZones.delete(each);
    });
  }
}

function stopTasks({ services }: Platform, name: string, percent: number): void {
  const scheduler = services.find((service) => service.scheduler.facts.name === name)?.scheduler;
  const running = [...(scheduler?.tasks ?? [])].filter(({ state }) => state === "running");
  for (const task of running.slice(0, Math.max(1, Math.floor((running.length * percent) / 100)))) scheduler?.exit(task);
}

/** What runs of an experiment come to, one a seed. */
export function simulate(
  id: string,
  how: Simulated,
  {
    runs,
    windowSeconds,
    ...subject
  }: Subject & { readonly runs: number; readonly windowSeconds: number; readonly assumptions?: Assumptions },
): readonly Measures[] {
  const disturbance = disturbanceOf(id, how);
  if (disturbance === undefined) throw new Error(`the simulator has no experiment ${id}`);
  const variant = {
    id,
    title: id,
    disturb: (platform: Platform) => platform.world.simulation.scheduleAt(START_SECONDS, () => disturbance(platform)),
  };
  const scenario = {
    ...{ id, title: id, question: "", oftenSaid: "", recovery: "", claims: [], variants: [variant] },
    durationSeconds: START_SECONDS + windowSeconds,
  };
  return Array.from({ length: runs }, (_, number) => {
    const run = runScenario({ ...subject, scenario, variant, seed: subject.seed + number });
    const events = run.events.map(({ time, kind, subject: whose }) => ({
      second: time - START_SECONDS,
      kind,
      subject: whose,
    }));
    return measuresOf(events.filter(({ second }) => second >= 0));
  });
}

/** The same measures of simulated events and of observed ones. */
export function measuresOf(events: readonly Seen[]): Measures {
  const of = (kind: string) => events.filter((event) => event.kind === kind);
  return {
    ...Object.fromEntries(COUNTED.map((kind) => [`number of ${kind}`, of(kind).length])),
    "seconds until the first instance-gone": of("instance-gone")[0]?.second ?? null,
    "seconds until the first instance-registered": of("instance-registered")[0]?.second ?? null,
    "seconds until the last task-running": of("task-running").at(-1)?.second ?? null,
  };
}
