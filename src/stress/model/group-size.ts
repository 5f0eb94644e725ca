import type { Group } from "../facts/capacity";
import { inForce, runSchedules } from "./schedules";
import type { World } from "./world";

/** How many instances a group is to have, and the bounds of that: by its plan, by its schedules, and by whoever asks. */
export class GroupSize {
  /** No more than that, whatever is asked for. */
  max: number;
  private min: number;
  private wanted: number;

  constructor(
    private readonly world: World,
    private readonly facts: Group,
    /** Told when another number is wanted. */
    private readonly changed: () => void,
  ) {
    this.min = facts.min;
    this.max = facts.max;
    this.wanted = facts.desired;
    for (const { min, max, desired } of inForce(world, facts.schedules)) {
      this.min = min ?? this.min;
      this.max = max ?? this.max;
      this.wanted = this.bounded(desired ?? this.wanted);
    }
  }

  get desired(): number {
    return this.wanted;
  }

  /** Follows its schedules from now on. */
  begin(): void {
    runSchedules(this.world, this.facts.schedules, ({ min, max, desired, name }) => {
      this.min = min ?? this.min;
      this.max = max ?? this.max;
      this.set(desired ?? this.wanted, `scheduled action ${name}`);
    });
  }

  setMax(instances: number): void {
    this.world.trace.add("group-maximum-set", this.facts.address, `${this.max} to ${instances}`);
    this.max = instances;
    this.set(this.wanted, "maximum");
  }

  set(instances: number, why: string): void {
    const bounded = this.bounded(instances);
    if (bounded === this.wanted) return;
    this.world.trace.add("group-resized", this.facts.address, `${this.wanted} to ${bounded}: ${why}`);
    this.wanted = bounded;
    this.changed();
  }

  private bounded(instances: number): number {
    return Math.min(this.max, Math.max(this.min, instances));
  }
}
