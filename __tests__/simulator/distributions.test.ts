import {
  constant,
  type Distribution,
  empirical,
  exponential,
  lognormal,
  triangular,
  uniform,
} from "../../src/simulator/distributions";
import { RandomStreams } from "../../src/simulator/random";
import { Tally } from "../../src/simulator/statistics";

function sample(distribution: Distribution): Tally {
  const random = new RandomStreams(11).stream("sample");
  const tally = new Tally();
  for (let count = 0; count < 100_000; count += 1) tally.add(distribution(random));
  return tally;
}

test.each([
  { name: "constant", distribution: constant(3), mean: 3, variance: 0 },
  { name: "uniform", distribution: uniform(2, 6), mean: 4, variance: 16 / 12 },
  { name: "exponential", distribution: exponential(5), mean: 5, variance: 25 },
  {
    name: "triangular",
    distribution: triangular(40, 60, 120),
    mean: 220 / 3,
    variance: (40 ** 2 + 60 ** 2 + 120 ** 2 - 40 * 60 - 40 * 120 - 60 * 120) / 18,
  },
  {
    name: "lognormal",
    distribution: lognormal(10, 0.5),
    mean: 10 * Math.exp(0.125),
    variance: 100 * (Math.exp(0.25) - 1) * Math.exp(0.25),
  },
  {
    name: "empirical",
    distribution: empirical([
      { value: 1, weight: 3 },
      { value: 5, weight: 1 },
    ]),
    mean: 2,
    variance: 3,
  },
])("$name has its mean and variance", ({ distribution, mean, variance }) => {
  const tally = sample(distribution);
  expect(tally.mean / mean).toBeCloseTo(1, 1.7);
  if (variance > 0) expect(tally.variance / variance).toBeCloseTo(1, 1);
  else expect(tally.variance).toBeCloseTo(0, 12);
});

test("a triangle's bounds and median are its own", () => {
  const tally = sample(triangular(0, 0, 1));
  expect(tally.quantile(0)).toBeGreaterThanOrEqual(0);
  expect(tally.max).toBeLessThanOrEqual(1);
  expect(tally.quantile(0.5)).toBeCloseTo(1 - Math.SQRT1_2, 2);
  expect(triangular(4, 4, 4)(() => 0.3)).toBe(4);
});

test("a distribution of nothing is refused", () => {
  expect(() => empirical([])).toThrow(RangeError);
  expect(() => empirical([{ value: 1, weight: 0 }])).toThrow(RangeError);
});
