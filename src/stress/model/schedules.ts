import type { ScheduledAction } from "../facts/schedules";
import type { World } from "./world";

/** What the actions had set when the clock began: each as it came last, the latest at the end. */
export function inForce(world: World, actions: readonly ScheduledAction[]): readonly ScheduledAction[] {
  return actions
    .flatMap((action) => {
      const second = action.schedule?.previous(world.beginEpochSeconds);
      return second === undefined ? [] : [{ action, second }];
    })
    .sort((a, b) => a.second - b.second)
    .map(({ action }) => action);
}

/** Applies each action at its times from now on. */
export function runSchedules(
  world: World,
  actions: readonly ScheduledAction[],
  apply: (action: ScheduledAction) => void,
): void {
  for (const action of actions) {
    const wait = () => {
      const next = action.schedule?.next(world.beginEpochSeconds + world.now);
      if (next === undefined) return;
      world.simulation.scheduleAt(next - world.beginEpochSeconds, () => {
        apply(action);
        wait();
      });
    };
    wait();
  }
}
