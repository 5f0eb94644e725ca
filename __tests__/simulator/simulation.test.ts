import fc from "fast-check";
import { Simulation } from "../../src/simulator/simulation";

test("events run in the order of time, priority and when they were scheduled", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ delay: fc.nat(5), priority: fc.nat(2) })), (events) => {
      const simulation = new Simulation();
      const ran: { time: number; priority: number; sequence: number }[] = [];
      events.forEach(({ delay, priority }, sequence) => {
        simulation.schedule(delay, () => ran.push({ time: simulation.now, priority, sequence }), priority);
      });
      simulation.run();
      const expected = events
        .map(({ delay, priority }, sequence) => ({ time: delay, priority, sequence }))
        .sort((a, b) => a.time - b.time || a.priority - b.priority || a.sequence - b.sequence);
      expect(ran).toEqual(expected);
      expect(simulation.pending).toBe(0);
    }),
  );
});

test("a cancelled event never runs, and others do", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ delay: fc.nat(9), isCancelled: fc.boolean() })), (events) => {
      const simulation = new Simulation();
      const ran: number[] = [];
      const scheduled = events.map(({ delay }, index) => simulation.schedule(delay, () => ran.push(index)));
      for (const [index, event] of scheduled.entries()) if (events[index]?.isCancelled) simulation.cancel(event);
      expect(simulation.pending).toBe(events.filter(({ isCancelled }) => !isCancelled).length);
      simulation.run();
      expect(ran.sort((a, b) => a - b)).toEqual(
        events.flatMap(({ isCancelled }, index) => (isCancelled ? [] : [index])),
      );
      expect(simulation.pending).toBe(0);
    }),
  );
});

test("what has run can't be cancelled, and cancelling twice is cancelling once", () => {
  const simulation = new Simulation();
  const first = simulation.schedule(1, () => {});
  const second = simulation.schedule(2, () => {});
  simulation.step();
  simulation.cancel(first);
  expect(simulation.pending).toBe(1);
  simulation.cancel(second);
  simulation.cancel(second);
  expect(simulation.pending).toBe(0);
  expect(simulation.step()).toBe(false);
});

test("an event may schedule and cancel others, at its own time too", () => {
  const simulation = new Simulation();
  const ran: string[] = [];
  const doomed = simulation.schedule(1, () => ran.push("doomed"), 1);
  simulation.schedule(1, () => {
    ran.push("first");
    simulation.cancel(doomed);
    simulation.schedule(0, () => ran.push("second"));
  });
  simulation.run();
  expect(ran).toEqual(["first", "second"]);
  expect(simulation.now).toBe(1);
});

test("nothing happens in the past", () => {
  const simulation = new Simulation();
  simulation.run(10);
  expect(() => simulation.schedule(-1, () => {})).toThrow(RangeError);
  expect(() => simulation.schedule(Number.NaN, () => {})).toThrow(RangeError);
  expect(() => simulation.scheduleAt(9, () => {})).toThrow("time 9 at 10");
  expect(() => simulation.every(0, () => {})).toThrow(RangeError);
});

test("a run ends at its time, with what is due then done", () => {
  const simulation = new Simulation();
  const ran: number[] = [];
  for (const time of [1, 2, 3]) simulation.scheduleAt(time, () => ran.push(time));
  simulation.run(2);
  expect([ran, simulation.now, simulation.pending]).toEqual([[1, 2], 2, 1]);
  simulation.run(2.5);
  expect([ran, simulation.now]).toEqual([[1, 2], 2.5]);
  simulation.run();
  expect([ran, simulation.now]).toEqual([[1, 2, 3], 3]);
});

test("what repeats does so until it is stopped, by itself too", () => {
  const simulation = new Simulation();
  const ran: number[] = [];
  const stop = simulation.every(10, () => {
    ran.push(simulation.now);
    if (ran.length === 3) stop();
  });
  simulation.every(20, () => ran.push(-simulation.now), 5);
  simulation.run(50);
  expect(ran).toEqual([-5, 10, 20, -25, -45]);
});
