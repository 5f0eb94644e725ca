import { assumptions } from "../../../src/stress/assumptions";
import type { Bursts, Load } from "../../../src/stress/model/load";
import { curveAt, followShape } from "../../../src/stress/model/load-shape";
import { Traffic } from "../../../src/stress/model/traffic";
import { World } from "../../../src/stress/model/world";

const MIDNIGHT = Date.UTC(2026, 0, 1) / 1000;
/** All at noon, nothing at midnight. */
const curve = Array.from({ length: 24 }, (_, hour) => 1 - Math.abs(hour - 12) / 12);

/** By second, the share of the load that a day brings. */
function sharesOf(shape: Pick<Load, "dailyCurve" | "bursts">, seconds: number) {
  const world = new World(1, assumptions(), MIDNIGHT);
  const load = { requestsPerSecond: 1, serviceSeconds: 0.1, concurrencyPerTask: 10, ...shape };
  const traffic = new Traffic(world, load, 60);
  const told: { readonly second: number; readonly share: number }[] = [];
  jest.spyOn(traffic, "follow").mockImplementation((share) => told.push({ second: world.now, share }));
  followShape(world, "web", load, traffic);
  world.simulation.run(seconds);
  return { told, bursts: world.trace.entries.filter(({ kind }) => kind === "burst") };
}

test("the curve is straight between the full hours, from the last one to midnight too", () => {
  expect(curveAt(curve, MIDNIGHT + 12 * 3600)).toBe(1);
  expect(curveAt(curve, MIDNIGHT + 5.5 * 3600)).toBeCloseTo(5.5 / 12, 12);
  expect(curveAt(curve, MIDNIGHT + 23.5 * 3600)).toBeCloseTo(0.5 / 12, 12);
});

test("the load follows the day's curve", () => {
  const { told } = sharesOf({ dailyCurve: curve }, 86_399);
  for (const { second, share } of told) expect(share).toBeCloseTo(curveAt(curve, MIDNIGHT + second), 12);
  expect(told).toHaveLength(288);
});

test("bursts come on top, last as long as they should, and as often on average", () => {
  const shape: Bursts = { everySeconds: 3000, seconds: 600, times: 3 };
  const { told, bursts } = sharesOf({ bursts: shape }, 3_600_000);
  expect(told[0]?.share).toBe(3);
  expect(told[1]).toEqual({ second: (told[0]?.second ?? 0) + 600, share: 1 });
  // A pause of 3,000 s on average and 600 s of burst, a thousand times; three standard deviations of their number.
  expect(bursts.length).toBeGreaterThan(920);
  expect(bursts.length).toBeLessThan(1080);
});

test("in a burst the day's curve counts as well", () => {
  const { told } = sharesOf({ dailyCurve: curve, bursts: { everySeconds: 3600, seconds: 600, times: 2 } }, 86_399);
  const ratios = told.map(({ second, share }) => share / curveAt(curve, MIDNIGHT + second));
  expect(new Set(ratios.filter(Number.isFinite).map((ratio) => ratio.toFixed(9)))).toEqual(
    new Set(["1.000000000", "2.000000000"]),
  );
});
