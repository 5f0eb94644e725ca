import type { AlarmFact } from "../facts/alarms";
import type { EventRule } from "../facts/event-rules";
import type { Alarms } from "./alarms";
import type { EventBus } from "./event-bus";
import type { World } from "./world";

/** An alarm that rings, or a rule that hands an event on. */
export interface Detection {
  /** Address in the plan. */
  readonly name: string;
  readonly second: number;
  /** When a person is told; `undefined`: none is. */
  readonly toldAt: number | undefined;
}

/** What notices that something happens: alarms, and rules of EventBridge with a target. */
export class Detections {
  private readonly all: Detection[] = [];

  constructor(
    private readonly world: World,
    private readonly alarms: Alarms,
    events: EventBus,
  ) {
    events.onMatch((rule) => this.matched(rule));
    alarms.onChange((alarm, state) => {
      if (state === "ALARM") this.rings(alarm);
    });
  }

  /** The first of each from that second on, without those that had one before: to them it is no news. */
  since(second: number): readonly Detection[] {
    const before = new Set(this.all.filter((detection) => detection.second < second).map(({ name }) => name));
    const first = new Map<string, Detection>();
    for (const detection of this.all) {
      if (!before.has(detection.name) && !first.has(detection.name)) first.set(detection.name, detection);
    }
    return [...first.values()];
  }

  private matched({ address, targets, tells, schedule }: EventRule): void {
    // What comes at its time notices nothing.
    if (targets.length === 0 || schedule !== undefined) return;
    const { now } = this.world;
    this.all.push({ name: address, second: now, toldAt: tells ? now : undefined });
  }

  private rings(alarm: AlarmFact): void {
    const { now } = this.world;
    const detection = { name: alarm.address, second: now, toldAt: alarm.tells ? now : undefined };
    const suppressor = alarm.kind === "composite" ? alarm.suppressor : undefined;
    const other = suppressor && this.alarms.find(suppressor.name);
    if (!alarm.tells || suppressor === undefined || other === undefined) {
      this.all.push(detection);
      return;
    }
    const index = this.all.push({ ...detection, toldAt: undefined }) - 1;
    // It waits for the alarm that would explain it, and is silent while that one rings.
    this.world.after(suppressor.waitSeconds, () => {
      if (this.alarms.stateOf(other) === "ALARM" || this.alarms.stateOf(alarm) !== "ALARM") return;
      this.all[index] = { ...detection, toldAt: this.world.now };
    });
  }
}
