import type { ScheduledEvent } from "./event-queue";
import type { Simulation } from "./simulation";

/** Wakes every process that waits for it, as often as it is fired. */
export class Signal {
  private waiting = new Set<() => void>();

  /** Whoever begins to wait while it fires waits for the next time. */
  fire(): void {
    const woken = this.waiting;
    this.waiting = new Set();
    for (const wake of woken) wake();
  }

  /** @returns takes the waiting back */
  wait(wake: () => void): () => void {
    this.waiting.add(wake);
    return () => this.waiting.delete(wake);
  }
}

/** What a process may yield: a delay, or a signal to wait for. */
export type Wait = number | Signal;

/** A sequence of steps with waiting between them, as a generator: `yield 30` goes on 30 later. */
export type Steps = Generator<Wait, void, void>;

/** A process under way. */
export class Process {
  private event: ScheduledEvent | undefined;
  private leave: (() => void) | undefined;
  private ended = false;

  /** Runs the first step at once. */
  constructor(
    private readonly simulation: Simulation,
    private readonly steps: Steps,
  ) {
    this.next();
  }

  get isRunning(): boolean {
    return !this.ended;
  }

  /** Ends it where it waits; its `finally` blocks run. Without effect on one that has ended. */
  stop(): void {
    if (this.ended) return;
    this.ended = true;
    if (this.event !== undefined) this.simulation.cancel(this.event);
    this.leave?.();
    this.steps.return();
  }

  private readonly next = (): void => {
    const { done, value } = this.steps.next();
    if (done) this.ended = true;
    else if (value instanceof Signal) this.leave = value.wait(this.wake);
    else this.event = this.simulation.schedule(value, this.next);
  };

  /** After what fired the signal, at the same time: a process never runs inside another one's step. */
  private readonly wake = (): void => {
    this.leave = undefined;
    this.event = this.simulation.schedule(0, this.next);
  };
}
