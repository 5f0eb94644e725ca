import type { Machine } from "../machine";
import { type Claim, claim } from "../results";
import { median } from "../statistics";

/** An M/M/c queue; rates in customers a second. */
export interface Queue {
  readonly servers: number;
  readonly arrivals: number;
  readonly services: number;
}

export interface Throughput {
  readonly name: string;
  readonly customers: number;
  readonly runs: readonly { readonly meanWait: number; readonly wallMs: number; readonly cpuMs: number }[];
}

export interface SimulatorResults {
  readonly date: string;
  readonly command: string;
  readonly machine: Machine;
  readonly queue: Queue;
  readonly measured: readonly Throughput[];
  readonly claims: readonly Claim[];
}

/** So many times SimPy's customers a second. */
const TIMES_SIMPY = 25;
/** How far a mean wait may be from theory: both must have simulated the same queue. */
const TOLERANCE = 0.1;

/** Customers in a second of CPU time, in the median run: what else the machine does hardly touches it. */
export const customersPerSecond = ({ customers, runs }: Throughput): number =>
  customers / (median(runs.map(({ cpuMs }) => cpuMs)) / 1000);

export function judgeThroughput(queue: Queue, measured: readonly Throughput[]): readonly Claim[] {
  const [ours, simpy] = measured.map(customersPerSecond);
  const times = (ours ?? Number.NaN) / (simpy ?? Number.NaN);
  const theory = meanWait(queue);
  const off = Math.max(...measured.flatMap(({ runs }) => runs.map((run) => Math.abs(run.meanWait / theory - 1))));
  return [
    {
      ...{ claim: `customers a second by SimPy's: at least ${TIMES_SIMPY}`, limit: TIMES_SIMPY },
      ...{ measured: times, holds: times >= TIMES_SIMPY },
    },
    claim("mean wait's distance from theory", off, TOLERANCE),
  ];
}

/** Seconds that a customer waits on average: Erlang's C formula (A. K. Erlang, 1917). */
export function meanWait({ servers, arrivals, services }: Queue): number {
  const offered = arrivals / services;
  const terms = Array.from({ length: servers }, (_, k) => offered ** k / factorial(k));
  const all = (offered ** servers / factorial(servers)) * (servers / (servers - offered));
  const waits = all / (terms.reduce((sum, term) => sum + term, 0) + all);
  return waits / (servers * services - arrivals);
}

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
