import { meanInterval, normalQuantile, shareInterval, studentQuantile } from "../../src/simulator/confidence";

// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2: upper critical values of Student's t distribution.
test.each([
  [0.975, 1, 12.706],
  [0.975, 2, 4.303],
  [0.975, 3, 3.182],
  [0.975, 4, 2.776],
  [0.975, 5, 2.571],
  [0.975, 10, 2.228],
  [0.975, 30, 2.042],
  [0.975, 100, 1.984],
  [0.9, 10, 1.372],
  [0.95, 7, 1.895],
  [0.995, 6, 3.707],
  [0.995, 20, 2.845],
  [0.999, 3, 10.215],
  [0.999, 50, 3.261],
])("the t quantile of %d with %d degrees of freedom is %d", (p, degrees, expected) => {
  expect(studentQuantile(p, degrees) / expected).toBeCloseTo(1, 2.9);
});

// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1: the standard normal distribution.
test.each([
  [0.5, 0],
  [0.8413447, 1],
  [0.975, 1.959964],
  [0.99, 2.326348],
  [0.001, -3.090232],
])("the normal quantile of %d is %d", (p, expected) => {
  expect(normalQuantile(p)).toBeCloseTo(expected, 5);
});

test("a mean's interval is t times the standard error to each side", () => {
  const { low, high } = meanInterval([2, 4, 4, 4, 5, 5, 7, 9]);
  // Mean 5, standard deviation 2.138, t = 2.365 with 7 degrees of freedom.
  expect(low).toBeCloseTo(5 - (2.3646 * 2.13809) / Math.sqrt(8), 3);
  expect(high).toBeCloseTo(5 + (2.3646 * 2.13809) / Math.sqrt(8), 3);
});

test("one observation says nothing of the spread", () => {
  expect(meanInterval([5])).toEqual({ low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY });
});

// R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("%d of %d lies between %d and %d", (successes, trials, low, high) => {
  expect(shareInterval(successes, trials).low).toBeCloseTo(low, 4);
  expect(shareInterval(successes, trials).high).toBeCloseTo(high, 4);
});

test("all of some is not certainty", () => {
  const { low, high } = shareInterval(20, 20);
  expect(high).toBe(1);
  expect(low).toBeCloseTo(1 - 0.1611, 4);
  expect(shareInterval(0, 0)).toEqual({ low: 0, high: 1 });
});
