import { parseMath } from "../../src/cloudwatch/metric-math";

const VALUES: { readonly [id: string]: number | undefined } = { a: 6, b: 3, none: undefined, zero: 0 };

test.each([
  ["a - b", 3],
  ["100 * a / (a + b)", (100 * 6) / 9],
  ["-a + 2 * b", 0],
  ["a - none", undefined],
  ["FILL(none, 0) + a", 6],
  ["FILL(a, 0)", 6],
  ["a / zero", undefined],
])("%s", (expression, expected) => {
  expect(parseMath(expression)?.value((id) => VALUES[id])).toBe(expected);
});

test.each(["SUM(METRICS())", "IF(a > b, 1, 0)", "a +", "(a", "ANOMALY_DETECTION_BAND(a)"])(
  "%s isn't understood",
  (expression) => {
    expect(parseMath(expression)).toBeUndefined();
  },
);
