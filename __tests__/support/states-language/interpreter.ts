import type { Json, JsonObject } from "./json";
import { readMachine } from "./machine";
import { runMachine } from "./states";
import { StatesError } from "./states-error";
import { VirtualTime } from "./virtual-time";

/**
 * Does a task's work at a moment (milliseconds since 1970), and returns its result, or throws a `TaskFailure`.
 * @param parameters the task's effective input
 */
export type TaskHandler = (resource: string, parameters: Json, now: number) => Json;

/** What a handler throws when its task fails: the name is what `ErrorEquals` matches. */
export interface TaskFailure {
  readonly name: string;
  readonly cause: string;
}

export interface InterpreterOptions {
  readonly call: TaskHandler;
  /**
   * Moment at which the clock stands at first.
   * @default "2026-01-01T00:00:00Z"
   */
  readonly start?: string;
  /**
   * Seconds that a task's work takes.
   * @default 0
   */
  readonly callSeconds?: (resource: string) => number;
  /**
   * From 0 to below 1, for `States.MathRandom`, `States.UUID` and jitter.
   * @default - always 0.5
   */
  readonly random?: () => number;
}

export interface Execution {
  readonly status: "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT";
  /** What came out, once it has succeeded. */
  readonly output?: Json;
  /** Once it has failed. */
  readonly error?: string;
  readonly cause?: string;
  /** Milliseconds since 1970, once it has ended. */
  readonly endedAt?: number;
  /** Every state that was entered, and when. */
  readonly history: readonly { readonly at: number; readonly state: string }[];
}

/**
 * Executes state machines of the Amazon States Language, JSONPath, on a clock of its own: as many at once as are started,
 * in one virtual time. What it doesn't know (JSONata, variables, distributed Maps, callbacks) it refuses.
 * @see https://states-language.net/spec.html
 */
export class Interpreter {
  readonly time: VirtualTime;
  private started = 0;

  constructor(private readonly options: InterpreterOptions) {
    this.time = new VirtualTime(Date.parse(options.start ?? "2026-01-01T00:00:00Z"));
  }

  /** Starts an execution now; `run` lets it happen. */
  start(definition: Json, input: Json): Execution {
    const machine = readMachine(definition);
    const { time, options } = this;
    this.started += 1;
    const history: { at: number; state: string }[] = [];
    const execution: Execution = { status: "RUNNING", history };
    const settle = (ending: Partial<Execution>) => {
      cancelTimeout();
      Object.assign(execution, ending, { endedAt: time.now });
    };
    const process = runMachine(machine, input, this.context(input), {
      now: () => time.now,
      random: options.random ?? (() => 0.5),
      call: (resource, parameters) => this.call(resource, parameters),
      callSeconds: options.callSeconds ?? (() => 0),
      enter: (state) => history.push({ at: time.now, state }),
    });
    const stop = time.start(process, (outcome) => {
      if ("value" in outcome) return settle({ status: "SUCCEEDED", output: outcome.value });
      // A mistake in the interpreter or in a handler is nobody's outcome.
      if (!(outcome.error instanceof StatesError)) throw outcome.error;
      return settle({ status: "FAILED", error: outcome.error.errorName, cause: outcome.error.cause });
    });
    const cancelTimeout = time.at(time.now + 1000 * (machine.timeoutSeconds ?? Number.POSITIVE_INFINITY), () => {
      stop();
      settle({ status: "TIMED_OUT", error: "States.Timeout" });
    });
    return execution;
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

  private context(input: Json): JsonObject {
    const name = `execution-${this.started}`;
    return {
      Execution: { Id: name, Name: name, Input: input, StartTime: new Date(this.time.now).toISOString() },
      StateMachine: { Id: "state-machine", Name: "state-machine" },
    };
  }

  private call(resource: string, parameters: Json): Json {
    try {
      return this.options.call(resource, parameters, this.time.now);
    } catch (error) {
      if (isTaskFailure(error)) throw new StatesError(error.name, error.cause);
      throw error;
    }
  }
}

function isTaskFailure(error: unknown): error is TaskFailure {
  return (
    typeof error === "object" && error !== null && "name" in error && "cause" in error && !(error instanceof Error)
  );
}
