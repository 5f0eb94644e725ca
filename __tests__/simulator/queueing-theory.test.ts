import { meanInterval } from "../../src/simulator/confidence";
import { constant, type Distribution, exponential, uniform } from "../../src/simulator/distributions";
import { simulateQueue } from "../support/queueing-system";

const SERVICE = 1;
const RUNS = 20;
const CUSTOMERS = 8_000;

/** Erlang's C: the probability that a customer of M/M/c waits. */
function waitProbability(servers: number, load: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < servers; n += 1) {
    term *= load / n;
    sum += term;
  }
  const last = ((term * load) / servers) * (servers / (servers - load));
  return last / (sum + last);
}

/** Pollaczek and Khinchine: the mean wait of M/G/1. */
const meanWaitOfOneServer = (utilization: number, variance: number) =>
  (utilization * (SERVICE + variance / SERVICE)) / (2 * (1 - utilization));

function runs(servers: number, utilization: number, services: Distribution) {
  return Array.from({ length: RUNS }, (_, seed) =>
    simulateQueue({
      servers,
      arrivals: exponential(SERVICE / (servers * utilization)),
      services,
      customers: CUSTOMERS,
      seed,
    }),
  );
}

describe.each([
  { name: "M/M/1", servers: 1, utilization: 0.5, services: exponential(SERVICE), wait: meanWaitOfOneServer(0.5, 1) },
  { name: "M/M/1", servers: 1, utilization: 0.8, services: exponential(SERVICE), wait: meanWaitOfOneServer(0.8, 1) },
  { name: "M/M/4", servers: 4, utilization: 0.8, services: exponential(SERVICE), wait: waitProbability(4, 3.2) / 0.8 },
  {
    name: "M/M/16",
    servers: 16,
    utilization: 0.8,
    services: exponential(SERVICE),
    wait: waitProbability(16, 12.8) / 3.2,
  },
  { name: "M/D/1", servers: 1, utilization: 0.7, services: constant(SERVICE), wait: meanWaitOfOneServer(0.7, 0) },
  { name: "M/U/1", servers: 1, utilization: 0.7, services: uniform(0, 2), wait: meanWaitOfOneServer(0.7, 1 / 3) },
])("$name, $utilization busy", ({ servers, utilization, services, wait }) => {
  const all = runs(servers, utilization, services);

  test("the mean wait is theory's, within its interval", () => {
    const { low, high } = meanInterval(all.map(({ meanWait }) => meanWait));
    expect(low).toBeLessThan(wait);
    expect(high).toBeGreaterThan(wait);
    // An interval so wide that anything lies in it would prove nothing.
    expect(high - low).toBeLessThan(0.25 * wait);
  });

  test("Little's law holds in every run", () => {
    for (const { meanWait, meanInSystem, duration } of all) {
      const arrivalsPerTime = CUSTOMERS / duration;
      // The services' own mean varies from run to run; with their theoretical mean the law holds but for that.
      expect(meanInSystem / (arrivalsPerTime * (meanWait + SERVICE))).toBeCloseTo(1, 1);
    }
  });
});

test("an M/M/1 wait's tail is exponential", () => {
  const { waits } = simulateQueue({
    servers: 1,
    arrivals: exponential(2),
    services: exponential(1),
    customers: 100_000,
    seed: 7,
  });
  // P(wait > t) = ρ e^(−(1−ρ)t): half don't wait, and a further half is gone each 2 ln 2.
  expect(waits.quantile(0.5)).toBeCloseTo(0, 1);
  expect(waits.quantile(0.75)).toBeCloseTo(2 * Math.log(2), 1);
  expect(waits.quantile(0.99) / (2 * Math.log(50))).toBeCloseTo(1, 1);
});
