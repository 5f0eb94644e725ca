import { ruleHolds, timestamp } from "./choice";
import { isArray, isObject, type Json, type JsonObject } from "./json";
import { type Machine, readMachine } from "./machine";
import { evaluate, fill, resolve, type Scope } from "./payload-template";
import type { Process, Step } from "./processes";
import { putAt } from "./result-path";
import { matchesError, NotInterpreted, StatesError } from "./states-error";

/** What the states of an execution need from outside. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: () => number;
  /** Does a task's work. */
  readonly call: (resource: string, parameters: Json) => Json | Promise<Json>;
  /** How long that takes, in seconds. */
  readonly callSeconds: (resource: string) => number;
  readonly enter: (state: string) => void;
}

/** Runs a machine from its first state to its last; `context` is the Context Object without `State`. */
export function* runMachine(machine: Machine, input: Json, context: JsonObject, around: Surroundings): Process {
  let name = machine.startAt;
  let data = input;
  for (;;) {
    const state = machine.states[name];
    if (state === undefined) throw new StatesError("States.Runtime", `there is no state ${name}`);
    around.enter(name);
    const entered = { Name: name, EnteredTime: new Date(around.now()).toISOString() };
    const result: Transition = yield* runState(state, data, { ...context, State: entered }, around);
    data = result.output;
    if (result.next === undefined) return data;
    name = result.next;
  }
}

interface Transition {
  readonly output: Json;
  /** @default - the machine ends */
  readonly next?: string;
}
type Running<Result> = Generator<Step, Result, readonly Json[]>;

/** With its Retriers and Catchers. */
function* runState(state: JsonObject, raw: Json, context: JsonObject, around: Surroundings): Running<Transition> {
  const retries = new Map<Json, number>();
  for (;;) {
    try {
      return yield* attempt(state, raw, context, around);
    } catch (error) {
      if (!(error instanceof StatesError)) throw error;
      const retrier = matching(state.Retry, error, state.Type);
      const tried = retries.get(retrier ?? null) ?? 0;
      if (retrier !== undefined && tried < Number(retrier.MaxAttempts ?? 3)) {
        retries.set(retrier, tried + 1);
        yield { kind: "wait", until: around.now() + 1000 * retrySeconds(retrier, tried, around.random) };
        continue;
      }
      const catcher = matching(state.Catch, error, state.Type);
      if (catcher === undefined) throw error;
      const errorOutput = { Error: error.errorName, Cause: error.cause };
      return { output: placed(catcher.ResultPath, raw, errorOutput), next: String(catcher.Next) };
    }
  }
}

function matching(handlers: Json | undefined, error: StatesError, type: Json | undefined): JsonObject | undefined {
  const names = type === "Parallel" ? [error.errorName, "States.BranchFailed"] : [error.errorName];
  return (isArray(handlers) ? handlers : [])
    .filter(isObject)
    .find(
      ({ ErrorEquals }) => isArray(ErrorEquals) && names.some((name) => matchesError(ErrorEquals.map(String), name)),
    );
}

/** `FULL` jitter takes any part of the interval, as Step Functions does. */
function retrySeconds(retrier: JsonObject, tried: number, random: () => number): number {
  const { IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Number.POSITIVE_INFINITY, JitterStrategy } = retrier;
  const seconds = Math.min(Number(IntervalSeconds) * Number(BackoffRate) ** tried, Number(MaxDelaySeconds));
  return JitterStrategy === "FULL" ? seconds * random() : seconds;
}

function* attempt(state: JsonObject, raw: Json, context: JsonObject, around: Surroundings): Running<Transition> {
  const input = atPath(state.InputPath, { input: raw, context, random: around.random });
  const scope: Scope = { input, context, random: around.random };
  const next = state.End === true ? {} : { next: String(state.Next) };
  const onward = (output: Json): Transition => ({
    output: atPath(state.OutputPath, { ...scope, input: output }),
    ...next,
  });
  const withResult = (result: Json): Transition => {
    const selected =
      state.ResultSelector === undefined ? result : fill(state.ResultSelector, { ...scope, input: result });
    return onward(placed(state.ResultPath, raw, selected));
  };
  const effective = (): Json => (state.Parameters === undefined ? input : fill(state.Parameters, scope));
  switch (state.Type) {
    case "Pass":
      return withResult(state.Result ?? effective());
    case "Task":
      return withResult(yield* runTask(state, effective(), around));
    case "Choice":
      return { ...onward(input), next: chosen(state, scope) };
    case "Wait":
      yield { kind: "wait", until: waitEnd(state, scope, around.now()) };
      return onward(input);
    case "Succeed":
      return { output: atPath(state.OutputPath, scope) };
    case "Fail":
      throw new StatesError(text("Error", state, scope), text("Cause", state, scope));
    case "Parallel": {
      const branchInput = effective();
      const branches = isArray(state.Branches) ? state.Branches : [];
      const processes = branches.map((branch) => runMachine(readMachine(branch), branchInput, context, around));
      return withResult(yield { kind: "fork", processes, limit: 0 });
    }
    case "Map":
      return withResult(yield mapFork(state, scope, around));
    default:
      throw new NotInterpreted(`a state of type ${String(state.Type)}`);
  }
}

function* runTask(state: JsonObject, parameters: Json, around: Surroundings): Running<Json> {
  const resource = String(state.Resource);
  const seconds = around.callSeconds(resource);
  const longest = Number(state.TimeoutSeconds ?? Number.POSITIVE_INFINITY);
  yield { kind: "wait", until: around.now() + 1000 * Math.min(seconds, longest) };
  if (seconds > longest) throw new StatesError("States.Timeout", `${resource} took longer than ${longest} s`);
  const result = around.call(resource, parameters);
  if (!(result instanceof Promise)) return result;
  const [value = null] = yield { kind: "work", result };
  return value;
}

function chosen(state: JsonObject, scope: Scope): string {
  const rule = (isArray(state.Choices) ? state.Choices : []).filter(isObject).find((each) => ruleHolds(each, scope));
  const next = rule?.Next ?? state.Default;
  if (next === undefined) throw new StatesError("States.NoChoiceMatched", `for ${JSON.stringify(scope.input)}`);
  return String(next);
}

function waitEnd(state: JsonObject, scope: Scope, now: number): number {
  const seconds = indirect("Seconds", state, scope);
  if (seconds !== undefined) {
    if (!Number.isInteger(seconds) || Number(seconds) < 0)
      throw new StatesError("States.Runtime", `can't wait for ${JSON.stringify(seconds)} s`);
    return now + 1000 * Number(seconds);
  }
  const moment = timestamp(indirect("Timestamp", state, scope));
  if (moment === undefined) throw new StatesError("States.Runtime", "no moment to wait for");
  return moment;
}

function mapFork(state: JsonObject, scope: Scope, around: Surroundings): Step {
  const items = resolve(String(state.ItemsPath ?? "$"), scope, "States.Runtime");
  if (!isArray(items)) throw new StatesError("States.Runtime", `${JSON.stringify(items)} isn't an array of items`);
  const machine = readMachine(state.ItemProcessor ?? state.Iterator);
  // In a Map, "Parameters" is the old name of "ItemSelector".
  const selector = state.ItemSelector ?? state.Parameters;
  const processes = items.map((item, index) => {
    const context = { ...(scope.context as JsonObject), Map: { Item: { Index: index, Value: item } } };
    const input = selector === undefined ? item : fill(selector, { ...scope, context });
    return runMachine(machine, input, context, around);
  });
  return { kind: "fork", processes, limit: Number(indirect("MaxConcurrency", state, scope) ?? 0) };
}

/** `null` discards: the result is an empty object. */
function atPath(path: Json | undefined, scope: Scope): Json {
  if (path === null) return {};
  return path === undefined ? scope.input : resolve(String(path), scope, "States.Runtime");
}

function placed(path: Json | undefined, raw: Json, result: Json): Json {
  return path === null ? raw : putAt(String(path ?? "$"), raw, result);
}

/** A field, or what its twin that ends in `Path` leads to. */
function indirect(field: string, state: JsonObject, scope: Scope): Json | undefined {
  const path = state[`${field}Path`];
  return path === undefined ? state[field] : resolve(String(path), scope, "States.Runtime");
}

function text(field: "Error" | "Cause", state: JsonObject, scope: Scope): string {
  const path = state[`${field}Path`];
  return String(path === undefined ? (state[field] ?? "") : evaluate(String(path), scope));
}
