import type { Json } from "./json";

/** What a process asks of time: to go on at a moment, or when processes of its own have ended. */
export type Step =
  | { readonly kind: "wait"; readonly until: number }
  | {
      readonly kind: "fork";
      readonly processes: readonly Process[];
      /** How many run at once; 0: all. */
      readonly limit: number;
    };

/** Yields steps, and is given nothing after a wait, the results after a fork. */
export type Process = Generator<Step, Json, readonly Json[]>;
export type Outcome = { readonly value: Json } | { readonly error: unknown };

/**
 * A clock that jumps from event to event, and the processes that live on it. Events of one moment happen in the order in
 * which they were asked for, so a run can be repeated.
 */
export class VirtualTime {
  private events: { readonly at: number; readonly happen: () => void }[] = [];

  /** @param now milliseconds since 1970 */
  constructor(public now: number) {}

  /**
   * Has something happen at a moment, or now if that has passed.
   * @returns what keeps it from happening
   */
  at(moment: number, happen: () => void): () => void {
    const event = { at: Math.max(moment, this.now), happen };
    const next = this.events.findIndex(({ at }) => at > event.at);
    this.events.splice(next === -1 ? this.events.length : next, 0, event);
    return () => {
      this.events = this.events.filter((other) => other !== event);
    };
  }

  /** Runs until nothing is left to happen, or to a moment. */
  run(until = Number.POSITIVE_INFINITY): void {
    for (;;) {
      const [event] = this.events;
      if (event === undefined || event.at > until || event.at === Number.POSITIVE_INFINITY) return;
      this.events.shift();
      this.now = event.at;
      event.happen();
    }
  }

  /**
   * Starts a process now.
   * @returns what stops it, and all that it has started
   */
  start(process: Process, settle: (outcome: Outcome) => void): () => void {
    let isRunning = true;
    let stopChildren = () => {};
    const stop = () => {
      isRunning = false;
      stopChildren();
    };
    const advance = (resume: () => IteratorResult<Step, Json>) => {
      if (!isRunning) return;
      let step: IteratorResult<Step, Json>;
      try {
        step = resume();
      } catch (error) {
        isRunning = false;
        settle({ error });
        return;
      }
      if (step.done) {
        isRunning = false;
        settle({ value: step.value });
      } else if (step.value.kind === "wait") {
        this.at(step.value.until, () => advance(() => process.next([])));
      } else {
        const { processes, limit } = step.value;
        stopChildren = this.fork(processes, limit, (outcome) =>
          advance(() => ("error" in outcome ? process.throw(outcome.error) : process.next(outcome.values))),
        );
      }
    };
    this.at(this.now, () => advance(() => process.next([])));
    return stop;
  }

  /** Runs processes side by side; the first that fails ends them all. */
  private fork(
    processes: readonly Process[],
    limit: number,
    settle: (outcome: { readonly values: readonly Json[] } | { readonly error: unknown }) => void,
  ): () => void {
    const values: Json[] = [];
    const stops: (() => void)[] = [];
    let left = processes.length;
    const stopAll = () => {
      for (const stop of stops) stop();
    };
    const waiting = processes.entries();
    const startNext = () => {
      const { value: entry, done } = waiting.next();
      if (done) return;
      const [index, process] = entry;
      stops.push(
        this.start(process, (outcome) => {
          if ("error" in outcome) {
            stopAll();
            settle(outcome);
            return;
          }
          values[index] = outcome.value;
          left -= 1;
          if (left === 0) settle({ values });
          else startNext();
        }),
      );
    };
    if (left === 0) this.at(this.now, () => settle({ values }));
    for (let started = 0; started < (limit === 0 ? left : Math.min(limit, left)); started += 1) startNext();
    return stopAll;
  }
}
