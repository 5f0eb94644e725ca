import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generateTraces } from "../../../src/stress/spot/generator";
import { ticksOf } from "../../../src/stress/spot/pool-trace";
import { SPOT_PROFILES, type SpotProfile } from "../../../src/stress/spot/profiles";
import { correlationOf, type PoolStatistics, statisticsOf } from "../../../src/stress/spot/statistics";

const DAY = 24 * 3600;
/** Draws of a recording's length, of which the longest dry spell is taken, each; of them the middle one counts. */
const DRAWS = 21;

/** What skypilot-org/spot-traces holds, by our own count; `behaviour.md`, 4b. */
interface Recorded {
  readonly profile: keyof typeof SPOT_PROFILES;
  readonly days: number;
  /** Days that all other figures are taken over. */
  readonly longDays: number;
  readonly gapSeconds: number;
  /** In the profile's order. */
  readonly pools: readonly Omit<PoolStatistics, "availableShare">[];
  readonly allDry?: number;
  readonly ifIndependent?: number;
}

const pool = (
  instanceShare: number,
  preemptionsPerHour: number,
  meanDrop: number,
  dropsToZero: number,
  medianDryMinutes: number,
  longestDryHours: number,
) => ({ instanceShare, preemptionsPerHour, meanDrop, dropsToZero, medianDryMinutes, longestDryHours });

const RECORDED: readonly Recorded[] = [
  {
    ...{ profile: "r5-16xlarge", days: 6.33, longDays: 600, gapSeconds: 34, allDry: 0.0227, ifIndependent: 0.0032 },
    pools: [pool(0.851, 0.511, 1, 1, 7.4, 2.7), pool(0.639, 1.317, 1, 1, 9.1, 8.1), pool(0.94, 0.189, 1, 1, 8.5, 1.3)],
  },
  {
    ...{ profile: "p3-us-east-1", days: 45.5, longDays: 1000, gapSeconds: 195, allDry: 0.2868, ifIndependent: 0.1005 },
    pools: [
      pool(0.167, 1.39, 1, 1, 32.5, 80.2),
      pool(0.467, 0.673, 1, 1, 32.5, 23.3),
      pool(0.447, 0.6, 1, 1, 42.2, 56.2),
      pool(0.591, 0.442, 1, 1, 29.2, 23.9),
    ],
  },
  {
    ...{ profile: "p3-us-east-2b", days: 11.3, longDays: 1000, gapSeconds: 300 },
    pools: [pool(0.547, 0.384, 0.61, 0.36, 25, 21.8)],
  },
  {
    ...{ profile: "p3-us-west-2", days: 16.4, longDays: 1000, gapSeconds: 300, allDry: 0.4894, ifIndependent: 0.3098 },
    pools: [pool(0.431, 0.541, 0.82, 0.68, 45, 57.2), pool(0.427, 0.507, 0.86, 0.72, 42.5, 59.1)],
  },
  {
    ...{ profile: "p3-of-four", days: 17.8, longDays: 1000, gapSeconds: 300 },
    pools: [pool(0.731, 0.06, 0.5, 0.23, 77.5, 86.2), pool(0.816, 0.236, 0.67, 0.43, 40, 5.8)],
  },
];

type Figure = keyof Recorded["pools"][number];

/** How far a figure may be from the recorded one: apart by so much, or as many times as large or as small. */
const TOLERANCES: { readonly [figure in Figure]: { readonly apart: number } | { readonly times: number } } = {
  instanceShare: { apart: 0.03 },
  preemptionsPerHour: { times: 1.25 },
  meanDrop: { apart: 0.06 },
  dropsToZero: { apart: 0.05 },
  medianDryMinutes: { times: 1.35 },
  longestDryHours: { times: 2.5 },
};

function isWithin(figure: Figure, recorded: number, generated: number): boolean {
  const tolerance = TOLERANCES[figure];
  if ("apart" in tolerance) return Math.abs(generated - recorded) <= tolerance.apart;
  return Math.max(generated / recorded, recorded / generated) <= tolerance.times;
}

const middle = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const generated = RECORDED.map(({ profile, days, longDays, gapSeconds }) => {
  const drawn = (seed: number, seconds: number) =>
    generateTraces(SPOT_PROFILES[profile] as SpotProfile, { seed, seconds })[0]?.map((trace) =>
      ticksOf(trace, gapSeconds),
    ) ?? [];
  const long = drawn(7, longDays * DAY);
  const short = Array.from({ length: DRAWS }, (_, index) => drawn(index + 1, days * DAY));
  return {
    pools: long.map((ticks, index) => ({
      ...statisticsOf(ticks, gapSeconds),
      longestDryHours: middle(short.map((pools) => statisticsOf(pools[index] ?? [], gapSeconds).longestDryHours)),
    })),
    ...correlationOf(long),
  };
});

const cases = RECORDED.flatMap(({ profile, pools }, row) =>
  pools.map((recorded, index) => {
    const name = SPOT_PROFILES[profile].pools[index]?.like ?? "";
    return { name, recorded, own: generated[row]?.pools[index] as Recorded["pools"][number] };
  }),
);

test.each(cases)("$name is drawn as it was recorded", ({ recorded, own }) => {
  for (const figure of Object.keys(TOLERANCES) as Figure[]) {
    expect([figure, own[figure], isWithin(figure, recorded[figure], own[figure])]).toEqual([figure, own[figure], true]);
  }
});

test.each(RECORDED.flatMap((recorded, row) => (recorded.allDry === undefined ? [] : [{ ...recorded, row }])))(
  "the zones of $profile go dry together as they did",
  ({ allDry = 0, ifIndependent = 0, row }) => {
    const own = generated[row] ?? { allDry: 0, ifIndependent: 0 };
    expect(own.allDry / allDry).toBeGreaterThan(0.85);
    expect(own.allDry / allDry).toBeLessThan(1.15);
    expect(own.ifIndependent / ifIndependent).toBeGreaterThan(0.8);
    expect(own.ifIndependent / ifIndependent).toBeLessThan(1.2);
  },
);

test("an ordinary pool's instances are interrupted as rarely as the advisor says: 5 % in a month", () => {
  const years = 3000;
  const [[trace] = []] = generateTraces(SPOT_PROFILES.ordinary, { seed: 3, seconds: years * 365 * DAY });
  const drops = trace?.steps.filter(({ instances }) => instances === 0).length ?? 0;
  const inMonth = drops / (years * 12);
  expect(inMonth).toBeGreaterThan(0.043);
  expect(inMonth).toBeLessThan(0.058);
});

test("the same seed draws the same, another one other traces, and types don't share more than the common spells", () => {
  const drawn = (seed: number) => generateTraces(SPOT_PROFILES["r5-16xlarge"], { seed, seconds: 30 * DAY, sets: 2 });
  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(1)).not.toEqual(drawn(2));
  const [first = [], second = []] = drawn(1).map((set) => set.map((trace) => ticksOf(trace, 60)));
  expect(first).not.toEqual(second);
  const { allDry, ifIndependent } = correlationOf([first[1] ?? [], second[1] ?? []]);
  // 36 % dry each: 13 % by chance; a little more for the two common spells in a hundred.
  expect(allDry / ifIndependent).toBeGreaterThan(1);
  expect(allDry / ifIndependent).toBeLessThan(1.3);
});

test("a trace is in order, begins at 0, and every step changes something", () => {
  for (const profile of Object.values(SPOT_PROFILES) as SpotProfile[]) {
    for (const { steps, seconds } of generateTraces(profile, { seed: 5, seconds: 10 * DAY })[0] ?? []) {
      expect(steps[0]?.second).toBe(0);
      steps.slice(1).forEach(({ second, instances }, index) => {
        expect(second).toBeGreaterThan(steps[index]?.second ?? 0);
        expect(instances).not.toBe(steps[index]?.instances);
      });
      expect(steps.at(-1)?.second).toBeLessThan(seconds);
    }
  }
});

test("the documentation's table is what comes out", () => {
  const number = (value: number, digits: number) => value.toFixed(digits);
  const both = (recorded: number, own: number, digits: number) =>
    `${number(recorded, digits)} / ${number(own, digits)}`;
  const rows = cases.map(({ name, recorded, own }) =>
    [
      name,
      both(recorded.instanceShare, own.instanceShare, 2),
      both(recorded.preemptionsPerHour, own.preemptionsPerHour, 2),
      both(recorded.meanDrop, own.meanDrop, 2),
      both(recorded.dropsToZero, own.dropsToZero, 2),
      both(recorded.medianDryMinutes, own.medianDryMinutes, 0),
      both(recorded.longestDryHours, own.longestDryHours, 1),
    ].join(" | "),
  );
  const together = RECORDED.flatMap(({ profile, allDry, ifIndependent = 0 }, row) => {
    const own = generated[row];
    if (allDry === undefined || own === undefined) return [];
    const percent = (recorded: number, value: number) => both(100 * recorded, 100 * value, 1);
    return `${profile} | ${percent(allDry, own.allDry)} | ${percent(ifIndependent, own.ifIndependent)}`;
  });
  const document = readFileSync(join(__dirname, "../../../docs/simulator-model.md"), "utf8");
  for (const row of [...rows, ...together]) expect(document).toContain(`| ${row} |`);
});
