import fc from "fast-check";
import { Tally, TimeWeighted } from "../../src/simulator/statistics";
import { Trace } from "../../src/simulator/trace";

test("a tally knows mean, variance and quantiles", () => {
  const tally = new Tally();
  for (const value of [4, 2, 5, 4, 9, 4, 7, 5]) tally.add(value);
  expect([tally.count, tally.mean, tally.max]).toEqual([8, 5, 9]);
  expect(tally.variance).toBeCloseTo(32 / 7, 12);
  expect([0, 0.125, 0.126, 0.5, 0.75, 1].map((share) => tally.quantile(share))).toEqual([2, 2, 4, 4, 5, 9]);
});

test("a quantile is the smallest value that so large a share doesn't exceed", () => {
  const value = fc.integer({ min: -50, max: 50 });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
      const tally = new Tally();
      for (const one of values) tally.add(one);
      const quantile = tally.quantile(share);
      const below = (limit: number) => values.filter((one) => one <= limit).length / values.length;
      expect(below(quantile)).toBeGreaterThanOrEqual(share - 1e-12);
      expect(below(quantile - 1)).toBeLessThan(share);
      // What comes after a question counts in the next one.
      tally.add(100);
      expect(tally.quantile(1)).toBe(100);
    }),
  );
});

test("nothing observed is no number", () => {
  const tally = new Tally();
  expect([tally.mean, tally.variance, tally.max, tally.quantile(0.5)]).toEqual(Array(4).fill(Number.NaN));
});

test("each value counts as long as it lasts", () => {
  const quantity = new TimeWeighted(2, 10);
  quantity.set(6, 13);
  quantity.set(0, 14);
  expect([quantity.integral(20), quantity.mean(20)]).toEqual([12, 1.2]);
  expect([quantity.min, quantity.max, quantity.current]).toEqual([0, 6, 0]);
  expect(new TimeWeighted(1, 5).mean(5)).toBeNaN();
});

test("a trace keeps what happened, with its time", () => {
  let now = 3;
  const trace = new Trace(() => now);
  trace.add("task-stopped", "web-1", "reclaimed");
  now = 4;
  trace.add("task-started", "web-2");
  expect(trace.entries).toEqual([
    { time: 3, kind: "task-stopped", subject: "web-1", detail: "reclaimed" },
    { time: 4, kind: "task-started", subject: "web-2", detail: "" },
  ]);
});
