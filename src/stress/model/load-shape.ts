import type { Bursts, Load } from "./load";
import type { Traffic } from "./traffic";
import type { World } from "./world";

/** The day's curve is followed in steps of this. */
const STEP_SECONDS = 300;
const HOUR_SECONDS = 3600;
const HOURS = 24;

/** Lets the load follow the time of day, and its bursts. */
export function followShape(world: World, service: string, { dailyCurve, bursts }: Load, traffic: Traffic): void {
  let isBurst = false;
  const follow = () => {
    const ofDay = dailyCurve === undefined ? 1 : curveAt(dailyCurve, world.beginEpochSeconds + world.now);
    traffic.follow(ofDay * (isBurst ? (bursts?.times ?? 1) : 1));
  };
  if (dailyCurve !== undefined) world.simulation.every(STEP_SECONDS, follow, 0);
  if (bursts !== undefined) {
    burst(world, service, bursts, (now) => {
      isBurst = now;
      follow();
    });
  }
}

/** The curve's value: straight between the full hours. */
export function curveAt(curve: readonly number[], epochSeconds: number): number {
  const hour = (epochSeconds / HOUR_SECONDS) % HOURS;
  const before = Math.floor(hour);
  const at = (index: number) => curve[index % HOURS] ?? 1;
  return at(before) + (at(before + 1) - at(before)) * (hour - before);
}

function burst(world: World, service: string, bursts: Bursts, tell: (isBurst: boolean) => void): void {
  const pause = -bursts.everySeconds * Math.log(1 - world.chance(`burst ${service}`));
  world.after(pause, () => {
    world.trace.add("burst", service, `${bursts.times} times`);
    tell(true);
    world.after(bursts.seconds, () => {
      tell(false);
      burst(world, service, bursts, tell);
    });
  });
}
