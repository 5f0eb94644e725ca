import type { Clock } from "./clock";
import type { Json, JsonObject } from "./json";
import { readMachine } from "./machine";
import { startProcess } from "./processes";
import { runMachine } from "./states";
import { NotInterpreted, StatesError } from "./states-error";

/**
 * Does a task's work at a moment (milliseconds since 1970), and returns its result, or throws a `TaskFailure`; or promises
 * it, where somebody else does the work.
 * @param parameters the task's effective input
 */
export type TaskHandler = (resource: string, parameters: Json, now: number) => Json | Promise<Json>;

/** What a handler throws when its task fails: the name is what `ErrorEquals` matches. */
export interface TaskFailure {
  readonly name: string;
  readonly cause: string;
}

export interface InterpreterOptions {
  readonly clock: Clock;
  readonly call: TaskHandler;
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
  /** What the Context Object calls the machine. @default "state-machine" */
  readonly machineId?: string;
  /** What the Context Object calls an execution, by how many were started. @default "execution-1" */
  readonly executionId?: (started: number) => string;
}

export interface Execution {
  /** What the Context Object calls it. */
  readonly id: string;
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
 * Executes state machines of the Amazon States Language, JSONPath, on a clock: as many at once as are started. What it
 * doesn't know (JSONata, variables, distributed Maps, callbacks) it refuses: a structure at the start, a path or a function
 * when its state is reached, as a failed execution.
 * @see https://states-language.net/spec.html
 */
export class Interpreter {
  private started = 0;

  constructor(private readonly options: InterpreterOptions) {}

  /**
   * Starts an execution now; it goes on as its clock does.
   * @param ended told once it has ended
   * @throws NotInterpreted
   */
  start(definition: Json, input: Json, ended: (execution: Execution) => void = () => {}): Execution {
    const machine = readMachine(definition);
    const { clock, random = () => 0.5, callSeconds = () => 0, executionId = (n) => `execution-${n}` } = this.options;
    this.started += 1;
    const history: { at: number; state: string }[] = [];
    const execution: Execution = { id: executionId(this.started), status: "RUNNING", history };
    let cancelTimeout = () => {};
    const settle = (ending: Partial<Execution>) => {
      cancelTimeout();
      Object.assign(execution, ending, { endedAt: clock.now });
      ended(execution);
    };
    const process = runMachine(machine, input, this.context(execution.id, input), {
      now: () => clock.now,
      random,
      callSeconds,
      call: (resource, parameters) => this.call(resource, parameters),
      enter: (state) => history.push({ at: clock.now, state }),
    });
    const stop = startProcess(clock, process, (outcome) => {
      if ("value" in outcome) return settle({ status: "SUCCEEDED", output: outcome.value });
      const { error } = outcome;
      if (error instanceof StatesError) return settle({ status: "FAILED", error: error.errorName, cause: error.cause });
      if (error instanceof NotInterpreted)
        return settle({ status: "FAILED", error: "States.Runtime", cause: error.message });
      // A mistake in the interpreter or in a handler is nobody's outcome.
      throw error;
    });
    if (machine.timeoutSeconds !== undefined) {
      cancelTimeout = clock.at(clock.now + 1000 * machine.timeoutSeconds, () => {
        stop();
        settle({ status: "TIMED_OUT", error: "States.Timeout" });
      });
    }
    return execution;
  }

  private context(name: string, input: Json): JsonObject {
    const { clock, machineId = "state-machine" } = this.options;
    return {
      Execution: { Id: name, Name: name, Input: input, StartTime: new Date(clock.now).toISOString() },
      StateMachine: { Id: machineId, Name: machineId },
    };
  }

  private call(resource: string, parameters: Json): Json | Promise<Json> {
    try {
      const result = this.options.call(resource, parameters, this.options.clock.now);
      return result instanceof Promise ? result.catch(rethrow) : result;
    } catch (error) {
      return rethrow(error);
    }
  }
}

/** What a task failed with, as its state reports it. */
function rethrow(error: unknown): never {
  throw isTaskFailure(error) ? new StatesError(error.name, error.cause) : error;
}

function isTaskFailure(error: unknown): error is TaskFailure {
  return (
    typeof error === "object" && error !== null && "name" in error && "cause" in error && !(error instanceof Error)
  );
}
