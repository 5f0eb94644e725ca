import { type Action, EventQueue, type ScheduledEvent } from "./event-queue";

/**
 * A virtual clock and what is to happen on it. Time is a number of whatever unit the model takes, from 0 on; nothing
 * here reads the machine's clock, and two simulations share nothing.
 */
export class Simulation {
  private readonly queue = new EventQueue();
  private time = 0;

  get now(): number {
    return this.time;
  }

  /** Events that are still to come. */
  get pending(): number {
    return this.queue.length;
  }

  /**
   * Runs an action `delay` from now, after everything that is due before it.
   * @param priority of events at one time the lowest runs first
   * @throws RangeError if the delay is negative or not a number: nothing happens in the past
   */
  schedule(delay: number, action: Action, priority = 0): ScheduledEvent {
    if (!(delay >= 0)) throw new RangeError(`a delay of ${delay}: events can't be in the past`);
    return this.queue.push(this.time + delay, priority, action);
  }

  /** As `schedule`, at a time of the clock. */
  scheduleAt(time: number, action: Action, priority = 0): ScheduledEvent {
    if (!(time >= this.time)) throw new RangeError(`time ${time} at ${this.time}: events can't be in the past`);
    return this.queue.push(time, priority, action);
  }

  /**
   * Runs an action every `interval`, the first time after `first`, until it is stopped.
   * @param first @default - the interval
   * @returns stops it
   */
  every(interval: number, action: Action, first = interval, priority = 0): () => void {
    if (!(interval > 0)) throw new RangeError(`an interval of ${interval}: the clock would stand still`);
    const tick = () => {
      next = this.schedule(interval, tick, priority);
      action();
    };
    let next = this.schedule(first, tick, priority);
    return () => this.cancel(next);
  }

  /** Keeps an event from happening; without effect on one that has happened or was cancelled. */
  cancel(event: ScheduledEvent): void {
    this.queue.cancel(event);
  }

  /** Takes the clock to the next event and runs it; `false` where there is none. */
  step(): boolean {
    const event = this.queue.pop();
    if (event === undefined) return false;
    this.time = event.time;
    event.action();
    return true;
  }

  /**
   * Runs what is due, up to and including the time `until`, to which the clock then goes.
   * @param until @default - until no event is left; the clock stays at the last one
   */
  run(until = Number.POSITIVE_INFINITY): void {
    for (let next = this.queue.peek(); next !== undefined && next.time <= until; next = this.queue.peek()) this.step();
    if (until !== Number.POSITIVE_INFINITY) this.time = Math.max(this.time, until);
  }
}
