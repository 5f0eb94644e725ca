import { type Interval, meanInterval } from "../../../src/simulator/confidence";
import { assumptions } from "../../../src/stress/assumptions";
import type { Burden } from "../../../src/stress/model/lane";
import { Traffic } from "../../../src/stress/model/traffic";
import { World } from "../../../src/stress/model/world";
import { followEachRequest, type Situation } from "../../support/each-request";

const LOAD = { requestsPerSecond: 70, serviceSeconds: 0.1, concurrencyPerTask: 4 };
/** Long requests on roomy tasks: many are in flight. */
const LONG = { requestsPerSecond: 70, serviceSeconds: 5, concurrencyPerTask: 200 };
const KILL = { at: 100, kind: "end", target: 0 } as const;

/** The same situation by the model's rates. */
function byRates({ load, targets: count, steps, seconds }: Situation) {
  const world = new World(1, assumptions());
  const traffic = new Traffic(world, load, 60);
  const targets = new Map<number, { weight: number; isAlive: boolean; errorShare: number; since: number }>();
  const draining = new Map<number, { readonly burden: Burden; readonly since: number; readonly ageSeconds: number }>();
  const change = () => {
    const all = [...targets.values()];
    const sum = (of: (target: (typeof all)[number]) => number) =>
      all.reduce((total, target) => total + target.weight * of(target), 0);
    traffic.change([
      {
        ...{ share: 1, targets: sum(() => 1), dead: sum(({ isAlive }) => (isAlive ? 0 : 1)) },
        errors: sum(({ isAlive, errorShare }) => (isAlive ? errorShare : 0)),
      },
    ]);
  };
  const join = (target: number, weight = 1, errorShare = 0) =>
    targets.set(target, { weight, isAlive: true, errorShare, since: world.now });
  for (let target = 0; target < count; target += 1) join(target);
  change();
  let times = 1;
  for (const step of steps) {
    world.simulation.scheduleAt(step.at, () => {
      if (step.kind === "load") {
        traffic.scale(step.times / times);
        times = step.times;
        return;
      }
      const target = targets.get(step.target);
      if (step.kind === "join") {
        if (target === undefined) join(step.target, step.weight, step.errorShare);
        else target.weight = step.weight;
      } else if (target === undefined) {
        const drained = draining.get(step.target);
        if (drained !== undefined) traffic.cut(0, drained.burden, world.now - drained.since, drained.ageSeconds);
      } else {
        const ageSeconds = world.now - target.since;
        const burden = traffic.burden(0);
        if (step.kind === "deregister") draining.set(step.target, { burden, since: world.now, ageSeconds });
        else if (target.isAlive) traffic.cut(0, burden, 0, ageSeconds);
        if (step.kind === "die") target.isAlive = false;
        else targets.delete(step.target);
      }
      change();
    });
  }
  world.simulation.run(seconds);
  traffic.accrue();
  return traffic;
}

const died = (from: number, to: number) =>
  [
    { at: from, kind: "die", target: 0 },
    { at: to, kind: "end", target: 0 },
  ] as const;

/** What the rates simplify, as a share by which they may lie beside the interval. */
const SIMPLIFIED: { readonly [name: string]: number } = {
  // What waits is thought to be spread over a new target too.
  "too many requests, until targets join": 0.02,
  // What is repeated is thought to come at once; it comes when its client has waited.
  "clients repeat what failed, and there is too little room": 0.07,
};

const situations: { readonly [name: string]: Situation } = {
  "a target dies, and is sent requests for 20 s": { load: LOAD, targets: 6, steps: died(50, 70), seconds: 100 },
  "two of three are dead for half a minute": {
    load: LOAD,
    targets: 3,
    steps: [...died(50, 80), { at: 50, kind: "die", target: 1 }, { at: 80, kind: "end", target: 1 }],
    seconds: 100,
  },
  "a kill in mid-request": { load: LONG, targets: 6, steps: [KILL], seconds: 150 },
  "a drain that is too short": {
    load: LONG,
    targets: 6,
    steps: [
      { at: 92, kind: "deregister", target: 0 },
      { at: 100, kind: "end", target: 0 },
    ],
    seconds: 150,
  },
  "too many requests for a minute": {
    load: LOAD,
    targets: 6,
    steps: [
      { at: 20, kind: "load", times: 300 / 70 },
      { at: 80, kind: "load", times: 1 },
    ],
    seconds: 140,
  },
  "too many requests, until targets join": {
    load: { ...LOAD, timeoutSeconds: 3 },
    targets: 3,
    steps: [
      { at: 20, kind: "load", times: 180 / 70 },
      { at: 60, kind: "join", target: 3, weight: 1 },
      { at: 80, kind: "join", target: 4, weight: 1 },
    ],
    seconds: 140,
  },
  "a target dies in an overload, with what waits on it": {
    load: LOAD,
    targets: 6,
    steps: [{ at: 20, kind: "load", times: 260 / 70 }, ...died(40, 50)],
    seconds: 90,
  },
  "a target dies, and clients repeat what failed": {
    load: { ...LOAD, retries: 1 },
    targets: 4,
    steps: died(10, 90),
    seconds: 100,
  },
  "clients repeat what failed, and there is too little room": {
    load: { ...LOAD, timeoutSeconds: 2, retries: 1 },
    targets: 3,
    steps: [{ at: 20, kind: "load", times: 150 / 70 }],
    seconds: 100,
  },
  "one in five answers of two new targets is an error": {
    load: LOAD,
    targets: 4,
    steps: [
      { at: 20, kind: "join", target: 4, weight: 1, errorShare: 0.2 },
      { at: 20, kind: "join", target: 5, weight: 1, errorShare: 0.2 },
    ],
    seconds: 100,
  },
  "a target dies in the middle of its slow start": {
    load: LOAD,
    targets: 5,
    steps: [
      ...[0, 1, 2, 3, 4, 5].map((step) => {
        return { at: 20 + 5 * step, kind: "join", target: 9, weight: (step + 0.5) / 10 } as const;
      }),
      { at: 50, kind: "die", target: 9 },
      { at: 80, kind: "end", target: 9 },
    ],
    seconds: 100,
  },
  "long connections are cut by a kill": {
    load: { ...LOAD, longConnections: { perSecond: 10, seconds: 60 } },
    targets: 6,
    steps: [KILL],
    seconds: 120,
  },
  "long connections outlive a drain, and those of a young target are few": {
    load: { ...LOAD, longConnections: { perSecond: 20, seconds: 60 } },
    targets: 5,
    steps: [
      { at: 70, kind: "join", target: 9, weight: 1 },
      { at: 90, kind: "deregister", target: 9 },
      { at: 90, kind: "deregister", target: 0 },
      { at: 120, kind: "end", target: 9 },
      { at: 120, kind: "end", target: 0 },
    ],
    seconds: 130,
  },
};

/** Runs that follow each request: until the intervals are narrow enough to tell a wrong figure. */
const [FEWEST_RUNS, MOST_RUNS] = [12, 40];
const COUNTS = ["requests", "failed", "errors", "timedOut"] as const;
const isNarrow = ({ low, high }: Interval) => high - low < Math.max(3, 0.2 * high);

function intervalsOf(situation: Situation) {
  const runs: ReturnType<typeof followEachRequest>[] = [];
  for (;;) {
    runs.push(followEachRequest(situation, runs.length + 1));
    const intervals = COUNTS.map((count) => [count, meanInterval(runs.map((run) => run[count]))] as const);
    const isEnough = intervals.every(([, interval]) => isNarrow(interval));
    if (runs.length >= MOST_RUNS || (runs.length >= FEWEST_RUNS && isEnough)) return intervals;
  }
}

// The rates' figures lie where the mean over many runs is that follow each request, in 95 of 100 cases.
test.each(Object.entries(situations))("%s: the rates agree with following each request", (name, situation) => {
  const rates = byRates(situation);
  for (const [count, interval] of intervalsOf(situation)) {
    const { low, high } = interval;
    expect(isNarrow(interval)).toBe(true);
    const beside = (SIMPLIFIED[name] ?? 0) * high;
    expect(rates[count]).toBeGreaterThanOrEqual(low - beside);
    expect(rates[count]).toBeLessThanOrEqual(high + beside);
  }
});
