import { RandomStreams } from "../../src/simulator/random";

const draws = (seed: number, name: string, count = 5) => {
  const stream = new RandomStreams(seed).stream(name);
  return Array.from({ length: count }, stream);
};

test("the same seed and name give the same numbers, others give others", () => {
  expect(draws(1, "arrivals")).toEqual(draws(1, "arrivals"));
  const firsts = [0, 1, 2, 3].flatMap((seed) =>
    ["arrivals", "arrival", "services"].map((name) => draws(seed, name, 1)[0]),
  );
  expect(new Set(firsts).size).toBe(firsts.length);
});

test("a stream doesn't feel whether another one is drawn from", () => {
  const streams = new RandomStreams(3);
  const other = streams.stream("other");
  const stream = streams.stream("arrivals");
  const mixed = Array.from({ length: 5 }, () => {
    other();
    return stream();
  });
  expect(mixed).toEqual(draws(3, "arrivals"));
  expect(streams.stream("arrivals")).toBe(stream);
});

test("numbers are spread evenly from 0 to 1, in one stream and over the first draws of many", () => {
  const many = Array.from({ length: 20_000 }, (_, seed) => draws(seed, "x", 1)[0] ?? Number.NaN);
  for (const numbers of [draws(1, "x", 20_000), many]) {
    const shares = Array.from({ length: 10 }, (_, tenth) => {
      return numbers.filter((number) => number >= tenth / 10 && number < (tenth + 1) / 10).length / numbers.length;
    });
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    for (const share of shares) expect(Math.abs(share - 0.1)).toBeLessThan(0.01);
  }
});
