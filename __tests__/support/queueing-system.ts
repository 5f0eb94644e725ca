import type { Distribution } from "../../src/simulator/distributions";
import { RandomStreams } from "../../src/simulator/random";
import { Simulation } from "../../src/simulator/simulation";
import { Tally, TimeWeighted } from "../../src/simulator/statistics";

export interface QueueingSystem {
  readonly servers: number;
  readonly arrivals: Distribution;
  readonly services: Distribution;
  readonly customers: number;
  readonly seed: number;
}

/** First come, first served, by several servers: the system that queueing theory has closed formulas for. */
export function simulateQueue({ servers, arrivals, services, customers, seed }: QueueingSystem) {
  const simulation = new Simulation();
  const streams = new RandomStreams(seed);
  const betweenArrivals = streams.stream("arrivals");
  const serviceTimes = streams.stream("services");
  const waits = new Tally();
  const inSystem = new TimeWeighted(0, 0);
  const queue: number[] = [];
  let head = 0;
  let busy = 0;
  let arrived = 0;

  const begin = (since: number) => {
    waits.add(simulation.now - since);
    simulation.schedule(services(serviceTimes), leave);
  };
  const leave = () => {
    inSystem.set(inSystem.current - 1, simulation.now);
    const next = queue[head];
    if (next === undefined) {
      busy -= 1;
      return;
    }
    head += 1;
    begin(next);
  };
  const arrive = () => {
    arrived += 1;
    inSystem.set(inSystem.current + 1, simulation.now);
    if (busy < servers) {
      busy += 1;
      begin(simulation.now);
    } else {
      queue.push(simulation.now);
    }
    if (arrived < customers) simulation.schedule(arrivals(betweenArrivals), arrive);
  };
  simulation.schedule(arrivals(betweenArrivals), arrive);
  simulation.run();
  return { meanWait: waits.mean, meanInSystem: inSystem.mean(simulation.now), duration: simulation.now, waits };
}
