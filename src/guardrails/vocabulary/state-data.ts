import { entry, isList, isRecord, listOf, type MaybeValue, type Value, type ValueRecord } from "../../plan/value";
import {
  ANYTHING,
  at,
  both,
  FAILURE,
  inWords,
  literal,
  NOTHING,
  namesIn,
  recordOf,
  SDK_ANSWER,
  type Shape,
  withAt,
  without,
} from "./data-shapes";

/** Says that a state reads what isn't there. */
type Report = (state: string, path: string) => void;

/**
 * What the states of a machine read though no state before them, on one of the ways that lead there, has written it:
 * `"Judge reads $.launched"`. The machine's own input may hold anything.
 * @param definition in JSONPath; what is written in JSONata isn't looked at
 */
export function unwrittenReads(definition: ValueRecord): readonly string[] {
  const found = new Set<string>();
  follow(definition, ANYTHING, (state, path) => found.add(`${state} reads ${path}`));
  return [...found];
}

/** Follows the data from a machine's start until nothing new is known of any state's input, then looks at each once. */
function follow(machine: ValueRecord, input: Shape, report: Report): void {
  const states = recordAt(machine, "States");
  const inputs = new Map([[String(entry(machine, "StartAt")), input]]);
  const waiting = [...inputs.keys()];
  while (waiting.length > 0) {
    const name = waiting.pop() as string;
    for (const [next, handed] of outcomes(recordAt(states, name), inputs.get(name) ?? ANYTHING, () => {})) {
      const known = inputs.get(next);
      const joined = known === undefined ? handed : both(known, handed);
      if (known !== undefined && inWords(known) === inWords(joined)) continue;
      inputs.set(next, joined);
      waiting.push(next);
    }
  }
  for (const [name, shape] of inputs) {
    const state = recordAt(states, name);
    if (entry(state, "QueryLanguage") === "JSONata") continue;
    outcomes(state, shape, (path) => report(name, path));
    inside(state, shape, report);
  }
}

/** Where a state leads, and what it hands on. */
function outcomes(state: ValueRecord, raw: Shape, read: (path: string) => void): readonly (readonly [string, Shape])[] {
  if (state.Type === "Choice") return chosen(state, raw, read);
  const input = effective(state, raw, read);
  for (const path of [state.SecondsPath, state.TimestampPath, state.CausePath, state.ErrorPath])
    readAll(path, input, read);
  const result = resultOf(state, payloadOf(state.Parameters, input, read), read);
  const written = place(raw, state.ResultPath, result);
  if (typeof state.OutputPath === "string") readAll(state.OutputPath, written, read);
  const output = typeof state.OutputPath === "string" ? (at(written, namesIn(state.OutputPath)) ?? ANYTHING) : written;
  const caught = listOf(state.Catch)
    .filter(isRecord)
    .map((one) => [String(one.Next), place(raw, one.ResultPath, FAILURE)] as const);
  return [...(typeof state.Next === "string" ? [[state.Next, output] as const] : []), ...caught];
}

/** What `InputPath` leaves of the input. */
function effective({ InputPath }: ValueRecord, raw: Shape, read: (path: string) => void): Shape {
  if (InputPath === null) return NOTHING;
  readAll(InputPath, raw, read);
  return typeof InputPath === "string" ? (at(raw, namesIn(InputPath)) ?? ANYTHING) : raw;
}

function resultOf(state: ValueRecord, payload: Shape, read: (path: string) => void): Shape {
  if (state.Type === "Pass") return state.Result === undefined ? payload : literal(state.Result);
  if (state.Type !== "Task" && state.Type !== "Map" && state.Type !== "Parallel") return payload;
  const answer = String(state.Resource).includes(":aws-sdk:") ? SDK_ANSWER : ANYTHING;
  return state.ResultSelector === undefined ? answer : payloadOf(state.ResultSelector, answer, read);
}

/** What `Parameters` and the like make of the input: itself, where there are none. */
function payloadOf(template: MaybeValue, input: Shape, read: (path: string) => void): Shape {
  if (template === undefined) return input;
  if (!isRecord(template)) return ANYTHING;
  return recordOf(
    Object.entries(template).map(([key, value]) => {
      if (!key.endsWith(".$")) return [key, isRecord(value) ? payloadOf(value, input, read) : ANYTHING];
      readAll(value, input, read);
      const isPath = typeof value === "string" && /^\$(\.[A-Za-z_][\w-]*|\['[^']+'\])*$/.test(value);
      return [key.slice(0, -2), isPath ? (at(input, namesIn(value)) ?? ANYTHING) : ANYTHING];
    }),
  );
}

function place(raw: Shape, path: MaybeValue, result: Shape): Shape {
  if (path === null) return raw;
  return typeof path === "string" ? withAt(raw, namesIn(path), result) : result;
}

/** Every path in a path or an intrinsic function; those into the context (`$$.`) and into items (`@.`) aren't. */
function readAll(text: MaybeValue, input: Shape, read: (path: string) => void): void {
  if (typeof text !== "string") return;
  for (const [path] of text.matchAll(/(?<![$\w])\$(?:\.[A-Za-z_][\w-]*|\['[^']+'\])+/g)) {
    if (at(input, namesIn(path)) === undefined) read(path);
  }
}

/** A choice's ways; what a test has found missing is missing from there on. */
function chosen(state: ValueRecord, raw: Shape, read: (path: string) => void): readonly (readonly [string, Shape])[] {
  let left = raw;
  const ways: (readonly [string, Shape])[] = [];
  for (const choice of listOf(state.Choices).filter(isRecord)) {
    const taken = tested(choice, left, read);
    if (typeof choice.Next === "string") ways.push([choice.Next, taken]);
    if (choice.IsPresent === true) left = without(left, namesIn(String(choice.Variable)));
  }
  return typeof state.Default === "string" ? [...ways, [state.Default, left]] : ways;
}

/** What is known where a test holds. */
function tested(test: ValueRecord, input: Shape, read: (path: string) => void): Shape {
  if (isList(test.And)) return test.And.filter(isRecord).reduce((known, one) => tested(one, known, read), input);
  for (const one of listOf(test.Or).filter(isRecord)) tested(one, input, read);
  if (isRecord(test.Not)) tested(test.Not, input, read);
  const names = namesIn(String(test.Variable ?? "$"));
  if (test.IsPresent === false) return without(input, names);
  if (test.IsPresent === true) return at(input, names) === undefined ? withAt(input, names, ANYTHING) : input;
  readAll(test.Variable, input, read);
  for (const [key, value] of Object.entries(test)) if (key.endsWith("Path")) readAll(value, input, read);
  return input;
}

/** The machines in a Map and in a Parallel, with what they are given. */
function inside(state: ValueRecord, raw: Shape, report: Report): void {
  const input = effective(state, raw, () => {});
  if (isRecord(state.ItemProcessor)) {
    const template = state.ItemSelector ?? state.Parameters;
    readAll(state.ItemsPath, input, (path) => report("ItemsPath", path));
    const given = payloadOf(template, input, (path) => report("ItemSelector", path));
    follow(state.ItemProcessor, template === undefined ? ANYTHING : given, report);
  }
  for (const branch of listOf(state.Branches as Value).filter(isRecord)) {
    follow(
      branch,
      payloadOf(state.Parameters, input, () => {}),
      report,
    );
  }
}

function recordAt(record: ValueRecord, key: string): ValueRecord {
  const value = entry(record, key);
  return isRecord(value) ? value : {};
}
