import { judgeThroughput, meanWait } from "../../bench/simulator/results";

const QUEUE = { servers: 3, arrivals: 2.4, services: 1 };

test("the mean wait is Erlang's", () => {
  // One server: utilization / (services - arrivals), by hand.
  expect(meanWait({ servers: 1, arrivals: 0.5, services: 1 })).toBeCloseTo(1, 12);
  // By hand: terms of 1 + 2.4 + 2.88, all three busy 2.304 * 5, so 11.52 of 17.8 customers wait.
  expect(meanWait(QUEUE) * 0.6).toBeCloseTo(11.52 / 17.8, 12);
});

const runs = (customers: number, cpuMs: number, wait = meanWait(QUEUE)) => ({
  ...{ name: "", customers },
  runs: [{ meanWait: wait, wallMs: cpuMs, cpuMs }],
});

test.each([
  [runs(2500, 1000), runs(100, 1000), [true, true]],
  [runs(2400, 1000), runs(100, 1000), [false, true]],
  [runs(2500, 1000, 2), runs(100, 1000), [true, false]],
])("throughput is judged by SimPy's on the same queue", (ours, simpy, holds) => {
  expect(judgeThroughput(QUEUE, [ours, simpy]).map((claim) => claim.holds)).toEqual(holds);
});
