import type { Run } from "../../bench/measure";
import { growthOf, judge, type Result } from "../../bench/results";

const run = (cpuMs: number, wallMs = cpuMs): Run => ({ cpuMs, wallMs, peakMemoryMiB: 100 });
const result = (name: string, wallMs: number): Result => ({ name, description: "", runs: [run(0, wallMs)] });

describe("growth", () => {
  test("on a straight line has no bend, whatever disturbed some of the runs", () => {
    const growth = growthOf("ballast", new Map([2, 10, 25, 50].map((n) => [n, [run(5000 + n), run(500 + 17 * n)]])));
    expect(growth.msPerService).toBeCloseTo(17);
    expect(growth.bend).toBeCloseTo(1);
  });

  test("with the square of the services has a bend that misses the claim", () => {
    const growth = growthOf("ballast", new Map([2, 10, 25, 50].map((n) => [n, [run(500 + n * n)]])));
    const claims = judge([result("ballast", 1), result("aws-cdk", 2)], [growth]);
    expect(claims.map(({ holds }) => holds)).toEqual([true, false]);
  });
});

describe("the share of AWS CDK's time", () => {
  test.each([
    [500, true],
    [501, false],
  ])("of %d ms in 1000 holds: %s", (wallMs, holds) => {
    const claims = judge([result("ballast", wallMs), result("aws-cdk", 1000)], []);
    expect(claims[0]?.holds).toBe(holds);
  });

  test("that wasn't measured doesn't hold", () => {
    expect(judge([], []).some(({ holds }) => holds)).toBe(false);
  });
});
