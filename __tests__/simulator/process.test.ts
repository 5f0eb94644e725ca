import { Process, Signal, type Steps } from "../../src/simulator/process";
import { Simulation } from "../../src/simulator/simulation";

test("a process goes on after each delay", () => {
  const simulation = new Simulation();
  const times: number[] = [];
  function* steps(): Steps {
    for (const delay of [3, 0, 4]) {
      times.push(simulation.now);
      yield delay;
    }
    times.push(simulation.now);
  }
  const process = new Process(simulation, steps());
  expect([times, process.isRunning]).toEqual([[0], true]);
  simulation.run();
  expect([times, process.isRunning]).toEqual([[0, 3, 3, 7], false]);
});

test("a signal wakes whoever waits for it, in their order, and those who come later wait for the next", () => {
  const simulation = new Simulation();
  const signal = new Signal();
  const log: string[] = [];
  function* waiter(name: string): Steps {
    yield signal;
    log.push(`${name} at ${simulation.now}`);
    yield signal;
    log.push(`${name} again at ${simulation.now}`);
  }
  new Process(simulation, waiter("a"));
  new Process(simulation, waiter("b"));
  simulation.schedule(5, () => signal.fire());
  simulation.schedule(8, () => signal.fire());
  simulation.run();
  expect(log).toEqual(["a at 5", "b at 5", "a again at 8", "b again at 8"]);
});

test("a stopped process cleans up and goes no further, whatever it waits for", () => {
  const simulation = new Simulation();
  const signal = new Signal();
  const log: string[] = [];
  function* steps(name: string, wait: number | Signal): Steps {
    try {
      yield wait;
      log.push(`${name} went on`);
    } finally {
      log.push(`${name} ended at ${simulation.now}`);
    }
  }
  const delayed = new Process(simulation, steps("delayed", 10));
  const signalled = new Process(simulation, steps("signalled", signal));
  const woken = new Process(simulation, steps("woken", signal));
  simulation.schedule(1, () => {
    delayed.stop();
    signalled.stop();
    signalled.stop();
    signal.fire();
    // Woken, and not yet gone on.
    woken.stop();
  });
  simulation.run();
  expect(log).toEqual(["delayed ended at 1", "signalled ended at 1", "woken ended at 1"]);
  expect([delayed, signalled, woken].map(({ isRunning }) => isRunning)).toEqual([false, false, false]);
  expect(simulation.now).toBe(1);
});
