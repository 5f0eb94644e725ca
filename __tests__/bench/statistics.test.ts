import { median, slope } from "../../bench/statistics";

describe("median", () => {
  test("is the middle of an odd number of values, in whatever order, as numbers", () => {
    expect(median([10, 9, 100])).toBe(10);
  });

  test("is between the two in the middle of an even number of values", () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });
});

describe("slope", () => {
  test("is that of the line which the points lie on", () => {
    const points = [2, 10, 25].map((x) => ({ x, y: 500 + 17 * x }));
    expect(slope(points)).toBeCloseTo(17);
  });

  test("balances points above and below the line", () => {
    const points = [
      { x: 0, y: 1 },
      { x: 1, y: -1 },
      { x: 2, y: -1 },
      { x: 3, y: 1 },
    ];
    expect(slope(points)).toBeCloseTo(0);
  });
});
