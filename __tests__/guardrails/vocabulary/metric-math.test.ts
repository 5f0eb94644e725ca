import { evaluateMath } from "../../../src/guardrails/vocabulary/metric-math";

const METRICS: { readonly [id: string]: number } = { a: 6, b: 3 };

test.each([
  ["a - b", 3],
  ["100 * a / (a + b * 2)", 50],
  ["-a + 7", 1],
  ["FILL(a, 0) - FILL(b, REPEAT)", undefined],
  ["FILL(a, 0) - FILL(b, 0)", 3],
  ["a / c", undefined],
  ["SUM(METRICS())", undefined],
  ["a b", undefined],
])("%s is %p", (expression, value) => {
  expect(evaluateMath(expression, (id) => METRICS[id])).toBe(value);
});
