import { Simulation } from "../../src/simulator/simulation";
import type { Clock } from "../../src/states-language/clock";
import { type Execution, Interpreter, type InterpreterOptions } from "../../src/states-language/interpreter";
import type { Json } from "../../src/states-language/json";

/** A simulation's clock, in milliseconds since 1970. */
export class VirtualTime implements Clock {
  private readonly simulation = new Simulation();

  constructor(private readonly begin: number) {}

  get now(): number {
    return this.begin + this.simulation.now;
  }

  at(moment: number, happen: () => void): () => void {
    const event = this.simulation.scheduleAt(Math.max(moment, this.now) - this.begin, happen);
    return () => this.simulation.cancel(event);
  }

  /** Runs until nothing is left to happen, or to a moment. */
  run(until = Number.POSITIVE_INFINITY): void {
    this.simulation.run(until - this.begin);
  }
}

export interface TimedOptions extends Omit<InterpreterOptions, "clock"> {
  /**
   * Moment at which the clock stands at first.
   * @default "2026-01-01T00:00:00Z"
   */
  readonly start?: string;
}

/** An interpreter with a clock of its own. */
export class TimedInterpreter extends Interpreter {
  readonly time: VirtualTime;

  constructor({ start = "2026-01-01T00:00:00Z", ...options }: TimedOptions) {
    const time = new VirtualTime(Date.parse(start));
    super({ ...options, clock: time });
    this.time = time;
  }

  /** Runs until every execution has ended, or to a moment. */
  run(until?: string): void {
    this.time.run(until === undefined ? undefined : Date.parse(until));
  }

  /** Starts one execution and runs it to its end. */
  execute(definition: Json, input: Json): Execution {
    const execution = this.start(definition, input);
    this.run();
    return execution;
  }
}
