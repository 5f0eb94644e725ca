import { entry, isList, isRecord, listOf, type MaybeValue, type Value, type ValueRecord } from "../../plan/value";
import {
  ANYTHING,
  at,
  both,
  FAILURE,
  inWords,
  listOfShape,
  literal,
  NOTHING,
  namesIn,
  partsOf,
  recordOf,
  SDK_ANSWER,
  type Shape,
  tupleOf,
  withAt,
  without,
} from "./data-shapes";

/** A way to a machine's end, or to the end of one of the machines in its Maps and Parallels. */
export interface End {
  readonly state: string;
  readonly output: Shape;
  /** Whether a Catch leads there. */
  readonly isOfFailure: boolean;
}

/** What is found on the way through a machine's data. */
interface Findings {
  /** Says that a state reads what isn't there. */
  readonly unwritten: (state: string, path: string) => void;
  /** Says how an item of a Map, or a branch of a Parallel, ends. */
  readonly ended: (ends: readonly End[]) => void;
}

interface Data {
  readonly unwritten: readonly string[];
  readonly ends: readonly (readonly End[])[];
}

/**
 * What the states of a machine read though no state before them, on one of the ways that lead there, has written it:
 * `"Judge reads $.launched"`.
 * @param definition in JSONPath; what is written in JSONata isn't looked at
 * @param input what the machine is started with
 */
export const unwrittenReads = (definition: ValueRecord, input: Shape = ANYTHING): readonly string[] =>
  dataOf(definition, input).unwritten;

/** The ends of what an item of a Map goes through, and of a Parallel's branches: one list each. */
export const endsWithin = (definition: ValueRecord, input: Shape = ANYTHING): readonly (readonly End[])[] =>
  dataOf(definition, input).ends;

/** Of a machine with an input, made once: the same is asked for again and again. */
function remembered<Made>(make: (machine: ValueRecord, input: Shape) => Made): typeof make {
  const known = new WeakMap<ValueRecord, Map<string, Made>>();
  return (machine, input) => {
    const own = known.get(machine) ?? new Map<string, Made>();
    known.set(machine, own);
    const key = inWords(input);
    const made = own.get(key) ?? make(machine, input);
    own.set(key, made);
    return made;
  };
}

const dataOf = remembered((definition, input): Data => {
  const unwritten = new Set<string>();
  const ends: (readonly End[])[] = [];
  report(definition, input, {
    unwritten: (state, path) => unwritten.add(`${state} reads ${path}`),
    ended: (one) => ends.push(one),
  });
  return { unwritten: [...unwritten], ends };
});

/** What each state of a machine is given, as far as it is known: from its start, until nothing new is known of any. */
const inputsOf = remembered((machine, input): ReadonlyMap<string, Shape> => {
  const states = recordAt(machine, "States");
  const inputs = new Map([[String(entry(machine, "StartAt")), input]]);
  const waiting = [...inputs.keys()];
  while (waiting.length > 0) {
    const name = waiting.pop() as string;
    for (const { next, output } of outcomes(recordAt(states, name), inputs.get(name) ?? ANYTHING, () => {})) {
      if (next === undefined) continue;
      const before = inputs.get(next);
      const joined = before === undefined ? output : both(before, output);
      if (before !== undefined && inWords(before) === inWords(joined)) continue;
      inputs.set(next, joined);
      waiting.push(next);
    }
  }
  return inputs;
});

/** How a machine ends. */
const endsOf = remembered((machine, input): readonly End[] => {
  const states = recordAt(machine, "States");
  const caught = new Set(
    Object.values(states).flatMap((state) => listOf(entry(isRecord(state) ? state : {}, "Catch")).map(nextOf)),
  );
  return [...inputsOf(machine, input)].flatMap(([state, shape]) =>
    outcomes(recordAt(states, state), shape, () => {})
      .filter(({ next }) => next === undefined)
      .map(({ output }) => ({ state, output, isOfFailure: caught.has(state) })),
  );
});

const nextOf = (transition: Value): string => (isRecord(transition) ? String(transition.Next) : "");

/** What a machine in a Map or Parallel hands on. */
function outputOf(machine: ValueRecord, input: Shape): Shape {
  const ends = endsOf(machine, input).map(({ output }) => output);
  return ends.length === 0 ? ANYTHING : ends.reduce(both);
}

/** Looks at each state of a machine once, with all that is known of its input. */
function report(machine: ValueRecord, input: Shape, findings: Findings): void {
  const states = recordAt(machine, "States");
  for (const [name, shape] of inputsOf(machine, input)) {
    const state = recordAt(states, name);
    if (entry(state, "QueryLanguage") === "JSONata") continue;
    outcomes(state, shape, (path) => findings.unwritten(name, path));
    inside(state, shape, findings);
  }
}

/** What a state hands on; `next: undefined`: it ends the machine. */
interface Outcome {
  readonly next: string | undefined;
  readonly output: Shape;
}

/** Where a state leads, and what it hands on. */
function outcomes(state: ValueRecord, raw: Shape, read: (path: string) => void): readonly Outcome[] {
  if (state.Type === "Choice") return chosen(state, raw, read);
  const input = effective(state, raw, read);
  for (const path of [state.SecondsPath, state.TimestampPath, state.CausePath, state.ErrorPath])
    readAll(path, input, read);
  const result = resultOf(state, input, read);
  const written = place(raw, state.ResultPath, result);
  if (typeof state.OutputPath === "string") readAll(state.OutputPath, written, read);
  const output = typeof state.OutputPath === "string" ? (at(written, namesIn(state.OutputPath)) ?? ANYTHING) : written;
  const caught = listOf(state.Catch)
    .filter(isRecord)
    .map((one) => ({ next: String(one.Next), output: place(raw, one.ResultPath, FAILURE) }));
  if (typeof state.Next === "string") return [{ next: state.Next, output }, ...caught];
  return state.End === true || state.Type === "Succeed" ? [{ next: undefined, output }, ...caught] : caught;
}

/** What `InputPath` leaves of the input. */
function effective({ InputPath }: ValueRecord, raw: Shape, read: (path: string) => void): Shape {
  if (InputPath === null) return NOTHING;
  readAll(InputPath, raw, read);
  return typeof InputPath === "string" ? (at(raw, namesIn(InputPath)) ?? ANYTHING) : raw;
}

function resultOf(state: ValueRecord, input: Shape, read: (path: string) => void): Shape {
  if (state.Type === "Map") return selected(state, listOfShape(outputOfItems(state, input)), read);
  const payload = payloadOf(state.Parameters, input, read);
  if (state.Type === "Pass") return state.Result === undefined ? payload : literal(state.Result);
  if (state.Type === "Parallel") return selected(state, outputOfBranches(state, payload), read);
  if (state.Type !== "Task") return payload;
  return selected(state, isOfSdk(String(state.Resource)) ? SDK_ANSWER : ANYTHING, read);
}

/** Those of services whose answers have names in them that users give have anything. */
const isOfSdk = (resource: string) => /:aws-sdk:(?!dynamodb|s3|lambda)/.test(resource);

const selected = ({ ResultSelector }: ValueRecord, answer: Shape, read: (path: string) => void) =>
  ResultSelector === undefined ? answer : payloadOf(ResultSelector, answer, read);

const outputOfItems = (state: ValueRecord, input: Shape) =>
  isRecord(state.ItemProcessor)
    ? outputOf(
        state.ItemProcessor,
        givenToItems(state, input, () => {}),
      )
    : ANYTHING;

const outputOfBranches = ({ Branches }: ValueRecord, payload: Shape) =>
  isList(Branches)
    ? tupleOf(Branches.map((branch) => (isRecord(branch) ? outputOf(branch, payload) : ANYTHING)))
    : ANYTHING;

/** What each item of a Map is given: itself, unless something is selected. */
function givenToItems(state: ValueRecord, input: Shape, read: (path: string) => void): Shape {
  const items = typeof state.ItemsPath === "string" ? at(input, namesIn(state.ItemsPath)) : input;
  const item = (items && partsOf(String(state.ItemsPath ?? "$")).rest === "" && at(items, ["[0]"])) || ANYTHING;
  const template = state.ItemSelector ?? state.Parameters;
  return template === undefined ? item : payloadOf(template, input, read, item);
}

/** What `Parameters` and the like make of the input: itself, where there are none. */
function payloadOf(template: MaybeValue, input: Shape, read: (path: string) => void, item: Shape = ANYTHING): Shape {
  if (template === undefined) return input;
  if (!isRecord(template)) return ANYTHING;
  return recordOf(
    Object.entries(template).map(([key, value]) => {
      if (!key.endsWith(".$")) return [key, isRecord(value) ? payloadOf(value, input, read, item) : literal(value)];
      readAll(value, input, read);
      return [key.slice(0, -2), selectedBy(value, input, item)];
    }),
  );
}

/** What a path finds; what a function makes isn't known. */
function selectedBy(text: Value, input: Shape, item: Shape): Shape {
  if (typeof text !== "string" || !text.startsWith("$")) return ANYTHING;
  const [root, path] = text.startsWith(ITEM) ? [item, `$${text.slice(ITEM.length)}`] : [input, text];
  const { names, rest } = partsOf(path);
  return rest === "" ? (at(root, names) ?? ANYTHING) : ANYTHING;
}

/** A Map's item, in the context. */
const ITEM = "$$.Map.Item.Value";

function place(raw: Shape, path: MaybeValue, result: Shape): Shape {
  if (path === null) return raw;
  return typeof path === "string" ? withAt(raw, namesIn(path), result) : result;
}

/** Every path in a path or an intrinsic function; those into the context (`$$.`) and into items (`@.`) aren't. */
function readAll(text: MaybeValue, input: Shape, read: (path: string) => void): void {
  if (typeof text !== "string") return;
  for (const [path] of text.matchAll(
    /(?<![$\w])\$(?:\.[A-Za-z_][\w-]*|\['[^']+'\]|\[(?:\d+|\*)\]|\[\?\([^\]]*\)\])+/g,
  )) {
    if (at(input, namesIn(path)) === undefined) read(path);
  }
}

/** A choice's ways; what a test has found missing is missing from there on. */
function chosen(state: ValueRecord, raw: Shape, read: (path: string) => void): readonly Outcome[] {
  let left = raw;
  const ways: Outcome[] = [];
  for (const choice of listOf(state.Choices).filter(isRecord)) {
    const taken = tested(choice, left, read);
    if (typeof choice.Next === "string") ways.push({ next: choice.Next, output: taken });
    if (choice.IsPresent === true) left = without(left, namesIn(String(choice.Variable)));
  }
  return typeof state.Default === "string" ? [...ways, { next: state.Default, output: left }] : ways;
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
function inside(state: ValueRecord, raw: Shape, findings: Findings): void {
  const input = effective(state, raw, () => {});
  if (isRecord(state.ItemProcessor)) {
    readAll(state.ItemsPath, input, (path) => findings.unwritten("ItemsPath", path));
    const given = givenToItems(state, input, (path) => findings.unwritten("ItemSelector", path));
    findings.ended(endsOf(state.ItemProcessor, given));
    report(state.ItemProcessor, given, findings);
  }
  const payload = payloadOf(state.Parameters, input, () => {});
  for (const branch of listOf(state.Branches as Value).filter(isRecord)) {
    findings.ended(endsOf(branch, payload));
    report(branch, payload, findings);
  }
}

function recordAt(record: ValueRecord, key: string): ValueRecord {
  const value = entry(record, key);
  return isRecord(value) ? value : {};
}
