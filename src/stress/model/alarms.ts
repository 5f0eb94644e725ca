import { type AlarmState, evaluateRule, namesInRule } from "../../cloudwatch/alarm-rules";
import { alarmState, evaluationRange } from "../../cloudwatch/alarm-state";
import type { AlarmFact, CompositeAlarm, MetricAlarm } from "../facts/alarms";
import { alarmStateChange } from "./events";
import type { Metrics, Series } from "./metrics";
import type { World } from "./world";

/** CloudWatch evaluates an alarm of standard resolution once a minute. */
export const MINUTE_SECONDS = 60;

export type AlarmListener = (alarm: AlarmFact, state: AlarmState) => void;

/** A metric alarm with the values that it reads. */
interface Watch {
  readonly alarm: MetricAlarm;
  readonly series: ReadonlyMap<string, Series>;
  readonly sources: readonly Series[];
  /** Of one metric alone, its id. */
  readonly first: string;
  readonly periodMinutes: number;
  /** Minutes until there is a data point for each of its periods, and minutes that its data points reach back. */
  readonly blindMinutes: number;
  readonly rangeMinutes: number;
  /** Whether the data points breach: each change, with the minute from whose end on it is so. */
  readonly changes: { readonly since: number; readonly isBreaching: boolean | undefined }[];
  /** The state that the last minute has put it into, heard of or not yet. */
  latest: AlarmState;
}

/** An alarm that never rings here, and why. */
export interface Unmodelled {
  readonly name: string;
  readonly why: string;
}

/** The alarms of the plan. At the beginning, all has been well for long. */
export class Alarms {
  readonly unmodelled: readonly Unmodelled[];
  private readonly states = new Map<AlarmFact, AlarmState>();
  /** From the end of a minute until a state changes: each alarm's own, drawn when it is first needed. */
  private readonly delaysSeconds = new Map<AlarmFact, number>();
  private readonly byName: ReadonlyMap<string, AlarmFact>;
  /** By metric, the alarms that read it. */
  private readonly readers = new Map<Series, Watch[]>();
  /** Alarms of which something may change though no metric does. */
  private readonly awake: Set<Watch>;
  /** By alarm, the composite alarms whose rule names it. */
  private readonly dependents = new Map<AlarmFact, CompositeAlarm[]>();
  private readonly listeners: AlarmListener[] = [];
  private minutes = 0;

  constructor(
    private readonly world: World,
    private readonly facts: readonly AlarmFact[],
    private readonly metrics: Metrics,
  ) {
    this.byName = new Map(facts.map((alarm) => [alarm.name, alarm]));
    const unmodelled: Unmodelled[] = [];
    const watches = facts.flatMap((alarm) => {
      if (alarm.kind === "unread") unmodelled.push({ name: alarm.address, why: alarm.why });
      if (alarm.kind !== "metric") return [];
      const watch = this.watch(alarm);
      if (typeof watch === "object") return watch;
      unmodelled.push({ name: alarm.address, why: watch });
      return [];
    });
    this.awake = new Set(watches);
    for (const watch of watches) {
      for (const series of watch.sources) this.readers.set(series, [...(this.readers.get(series) ?? []), watch]);
    }
    this.unmodelled = unmodelled;
    for (const composite of facts) {
      if (composite.kind !== "composite") continue;
      for (const name of namesInRule(composite.rule)) {
        const alarm = this.byName.get(name);
        if (alarm !== undefined) this.dependents.set(alarm, [...(this.dependents.get(alarm) ?? []), composite]);
      }
    }
    world.simulation.every(MINUTE_SECONDS, () => this.evaluate());
  }

  /** Told of each change of an alarm's state. */
  onChange(listener: AlarmListener): void {
    this.listeners.push(listener);
  }

  stateOf(alarm: AlarmFact): AlarmState {
    return this.states.get(alarm) ?? "OK";
  }

  /** The alarm of that address or name. */
  find(addressOrName: string): AlarmFact | undefined {
    return this.byName.get(addressOrName) ?? this.facts.find(({ address }) => address === addressOrName);
  }

  private watch(alarm: MetricAlarm): Watch | string {
    const series = new Map<string, Series>();
    for (const [id, query] of alarm.metrics) {
      const own = this.metrics.follow(query);
      if (own === undefined) return `nothing in the model publishes ${query.namespace} ${query.name}`;
      series.set(id, own);
    }
    const periodMinutes = Math.max(...[...alarm.metrics.values()].map((query) => query.periodMinutes));
    const [first = ""] = alarm.metrics.keys();
    return {
      ...{ alarm, series, first, periodMinutes, changes: [], latest: "OK" },
      sources: [...series.values()],
      blindMinutes: periodMinutes * alarm.evaluationPeriods,
      rangeMinutes: periodMinutes * evaluationRange(alarm),
    };
  }

  /** What stays as it was costs nothing: a data point while its metrics do, a state while its data points do. */
  private evaluate(): void {
    this.minutes += 1;
    for (const series of this.metrics.close()) {
      for (const watch of this.readers.get(series) ?? []) this.awake.add(watch);
    }
    for (const watch of this.awake) {
      if (!this.isSteady(watch)) this.look(watch);
      const settledIn = (watch.changes.at(-1)?.since ?? 0) + watch.rangeMinutes;
      if (this.minutes <= settledIn) this.judge(watch);
      else if (this.isSteady(watch)) this.awake.delete(watch);
    }
  }

  private look(watch: Watch): void {
    const breaches = isBreaching(watch);
    if (breaches !== watch.changes.at(-1)?.isBreaching) {
      watch.changes.push({ since: this.minutes, isBreaching: breaches });
    }
  }

  private judge(watch: Watch): void {
    if (this.minutes < watch.blindMinutes) return;
    const state = alarmState(this.pointsOf(watch), watch.alarm, watch.latest);
    if (state === watch.latest) return;
    watch.latest = state;
    this.world.after(this.delaySecondsOf(watch.alarm), () => this.set(watch.alarm, state));
  }

  /** Whether its metrics have been the same for a period, and the minute before that. */
  private isSteady({ sources, periodMinutes }: Watch): boolean {
    for (const { changedIn } of sources) if (changedIn + periodMinutes > this.minutes) return false;
    return true;
  }

  /** The data points of an alarm's evaluation range, the last one the newest: a period apart. */
  private pointsOf({ alarm, changes, periodMinutes }: Watch): readonly (boolean | undefined)[] {
    const points: (boolean | undefined)[] = [];
    let latest = changes.length - 1;
    for (let back = 0; back < evaluationRange(alarm); back += 1) {
      const minute = this.minutes - back * periodMinutes;
      while ((changes[latest]?.since ?? Number.NEGATIVE_INFINITY) > minute) latest -= 1;
      points.push(changes[latest]?.isBreaching);
    }
    return points.reverse();
  }

  private delaySecondsOf(alarm: AlarmFact): number {
    const delaySeconds = this.delaysSeconds.get(alarm) ?? this.world.draw("alarmDelaySeconds", alarm.address);
    this.delaysSeconds.set(alarm, delaySeconds);
    return delaySeconds;
  }

  private set(alarm: AlarmFact, state: AlarmState): void {
    const before = this.stateOf(alarm);
    if (state === before) return;
    this.states.set(alarm, state);
    this.world.trace.add(KINDS[state], alarm.address);
    this.world.publish(alarmStateChange(alarm, state, before));
    for (const listener of this.listeners) listener(alarm, state);
    for (const composite of this.dependents.get(alarm) ?? []) {
      const rings = evaluateRule(composite.rule, (name) => this.stateOfName(name));
      if (rings !== undefined) this.set(composite, rings ? "ALARM" : "OK");
    }
  }

  private stateOfName(name: string): AlarmState | undefined {
    const alarm = this.byName.get(name);
    return alarm && this.stateOf(alarm);
  }
}

const KINDS: { readonly [state in AlarmState]: string } = {
  ALARM: "alarm",
  INSUFFICIENT_DATA: "alarm-without-data",
  OK: "alarm-ok",
};

/** Whether the data point of the minutes that have ended last breaches; `undefined`: there is none. */
function isBreaching({ alarm, series, first }: Watch): boolean | undefined {
  const pointOf = (id: string) => {
    const query = alarm.metrics.get(id);
    return query && series.get(id)?.latest(query);
  };
  const value = alarm.math === undefined ? pointOf(first) : alarm.math.value(pointOf);
  return value === undefined ? undefined : alarm.breaches(value);
}
