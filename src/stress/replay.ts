import type { TraceEntry } from "../simulator/trace";
import type { Run } from "./scenario";

/** A service right after one of its events. */
export interface Moment {
  readonly event: TraceEntry;
  readonly service: string;
  /** Tasks that ECS counts: not on their way out. */
  readonly active: number;
  /** Of these, the ones that run and are healthy. */
  readonly healthy: number;
  readonly desired: number;
}

/** Every event of services' tasks from that second on, with what it leaves: between two samples nothing is missed. */
export function replay({ events, platform }: Run, second: number): readonly Moment[] {
  const states = new Map(
    platform.services.map(({ scheduler }) => [
      scheduler.facts.name,
      { active: new Set<string>(), healthy: new Set<string>(), desired: scheduler.facts.desired },
    ]),
  );
  const moments: Moment[] = [];
  for (const event of events) {
    const { kind, subject, time, detail } = event;
    const service = kind === "service-scaled" ? subject : subject.replace(/\/\d+$/, "");
    const state = states.get(service);
    if (state === undefined) continue;
    const { active, healthy } = state;
    if (kind === "service-scaled") state.desired = Number(/\d+ to (\d+)/.exec(detail)?.[1]);
    else if (kind === "task-provisioning") active.add(subject);
    // What runs from the beginning is healthy long since.
    else if (kind === "task-running" && time === 0) for (const set of [active, healthy]) set.add(subject);
    else if (HEALTHY.has(kind)) healthy.add(subject);
    else if (kind === "target-unhealthy" || kind === "target-deregistered") healthy.delete(subject);
    else if (kind === "task-stopping" || kind === "task-stopped")
      for (const set of [active, healthy]) set.delete(subject);
    else continue;
    if (time >= second) {
      moments.push({ event, service, active: active.size, healthy: healthy.size, desired: state.desired });
    }
  }
  return moments;
}

const HEALTHY: ReadonlySet<string> = new Set(["target-healthy", "task-healthy"]);

/** A task's events by kind, each at its first time. */
export function timesOf(events: readonly TraceEntry[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const tasks = new Map<string, Map<string, number>>();
  for (const { kind, subject, time } of events) {
    if (!/^(task|target)-/.test(kind)) continue;
    const times = tasks.get(subject) ?? new Map<string, number>();
    tasks.set(subject, times);
    if (!times.has(kind)) times.set(kind, time);
  }
  return tasks;
}
