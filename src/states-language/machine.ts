import type { Json, JsonObject } from "./json";
import { isArray, isObject } from "./json";
import { NotInterpreted } from "./states-error";

/** A state machine, or what stands in a Map's or Parallel's place of one, as JSON has it. */
export interface Machine {
  readonly startAt: string;
  readonly states: { readonly [name: string]: JsonObject | undefined };
  /** @default - no end is set */
  readonly timeoutSeconds?: number;
}

const readBefore = new WeakMap<JsonObject, Machine>();

/** Reads a definition; whatever in it isn't interpreted is an error, wherever it stands. */
export function readMachine(definition: Json | undefined): Machine {
  if (!isObject(definition)) throw new NotInterpreted(JSON.stringify(definition));
  const machine = readBefore.get(definition) ?? read(definition);
  readBefore.set(definition, machine);
  return machine;
}

function read(definition: JsonObject): Machine {
  if (!isObject(definition.States)) throw new NotInterpreted(JSON.stringify(definition));
  const { StartAt, States, TimeoutSeconds, ...rest } = definition;
  only(rest, ["Comment", "Version", "ProcessorConfig"], "a state machine");
  if (isObject(rest.ProcessorConfig) && rest.ProcessorConfig.Mode === "DISTRIBUTED")
    throw new NotInterpreted("a distributed Map");
  const states: { [name: string]: JsonObject } = {};
  for (const [name, state] of Object.entries(States)) {
    if (!isObject(state)) throw new NotInterpreted(`the state ${name}`);
    const fields = FIELDS[String(state.Type)];
    if (fields === undefined) throw new NotInterpreted(`a state of type ${String(state.Type)}`);
    only(state, [...COMMON, ...fields], `the state ${name}`);
    for (const inner of innerMachines(state)) readMachine(inner);
    states[name] = state;
  }
  return {
    startAt: String(StartAt),
    states,
    ...(typeof TimeoutSeconds === "number" && { timeoutSeconds: TimeoutSeconds }),
  };
}

/** The machines inside a state: a Map's one, a Parallel's branches. */
export function innerMachines({ ItemProcessor, Iterator, Branches }: JsonObject): readonly Json[] {
  return [ItemProcessor ?? Iterator, ...(isArray(Branches) ? Branches : [])].filter((inner) => inner !== undefined);
}

function only(object: JsonObject, known: readonly string[], where: string): void {
  const unknown = Object.keys(object).filter((field) => !known.includes(field));
  if (unknown.length > 0) throw new NotInterpreted(`${unknown.join(", ")} of ${where}`);
}

const COMMON = ["Type", "Comment", "Next", "End", "InputPath", "OutputPath"];
const WORK = ["Parameters", "ResultSelector", "ResultPath", "Retry", "Catch"];
const FIELDS: { readonly [type: string]: readonly string[] | undefined } = {
  Pass: ["Parameters", "Result", "ResultPath"],
  Task: [...WORK, "Resource", "TimeoutSeconds"],
  Choice: ["Choices", "Default"],
  Wait: ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"],
  Succeed: [],
  Fail: ["Error", "ErrorPath", "Cause", "CausePath"],
  Parallel: [...WORK, "Branches"],
  Map: [...WORK, "ItemProcessor", "Iterator", "ItemsPath", "ItemSelector", "MaxConcurrency", "MaxConcurrencyPath"],
};
