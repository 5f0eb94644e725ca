import { isList, isRecord, type Value } from "../../plan/value";

/** What is known of the fields of a JSON document that a state machine hands on. */
export interface Shape {
  readonly fields: ReadonlyMap<string, Shape>;
  /** What else it may have: anything, nothing, or names that begin with a capital, as the answers of AWS's SDKs do. */
  readonly others: "anything" | "nothing" | "capitals";
  /** Known not to be there. */
  readonly absent: ReadonlySet<string>;
  /** What each element is, where it is a list. @default - what the list is said to be */
  readonly element?: Shape;
}

const shape = (others: Shape["others"], fields: ReadonlyMap<string, Shape> = new Map()): Shape => ({
  fields,
  others,
  absent: new Set(),
});
export const ANYTHING = shape("anything");
export const NOTHING = shape("nothing");
/** With all that is in it, but texts that users name. */
export const SDK_ANSWER = shape("capitals");
/** What a Catch puts in place of a result. */
export const FAILURE = shape(
  "nothing",
  new Map([
    ["Error", ANYTHING],
    ["Cause", ANYTHING],
  ]),
);

export const recordOf = (fields: readonly (readonly [string, Shape])[]): Shape => shape("nothing", new Map(fields));

/** A list, whose elements are like that. */
export const listOfShape = (element: Shape): Shape => ({ ...ANYTHING, element });

/** A list, each of whose elements has a shape of its own, as a Parallel makes one. */
export const tupleOf = (elements: readonly Shape[]): Shape => ({
  ...recordOf(elements.map((one, index) => [`[${index}]`, one])),
  element: elements.length === 0 ? ANYTHING : elements.reduce(both),
});

/** Of a value as it is written. */
export function literal(value: Value): Shape {
  if (isList(value)) return value.length === 0 ? ANYTHING : listOfShape(value.map(literal).reduce(both));
  return isRecord(value) ? recordOf(Object.entries(value).map(([key, one]) => [key, literal(one)])) : ANYTHING;
}

/** Any element of a list. */
const EACH = "[*]";
/** `.name`, `['name']`, `[0]` or `[*]`, `[?(@.of == 'those')]`. */
const PART = /^(?:\.([A-Za-z_][\w-]*)|\['([^']+)'\]|(\[(?:\d+|\*)\])|(\[\?\([^\]]*\)\]))/;

/**
 * The names that a reference path begins with, up to what isn't one: `$.a['b'][0].c` → `["a", "b", "[0]", "c"]`.
 * @returns also what is left of the path
 */
export function partsOf(path: string): { readonly names: readonly string[]; readonly rest: string } {
  const names: string[] = [];
  let rest = path.slice(1);
  while (true) {
    const [whole, plain, quoted, index, filter] = PART.exec(rest) ?? [];
    const name = plain ?? quoted ?? index ?? (filter && EACH);
    if (whole === undefined || name === undefined) return { names, rest };
    names.push(name);
    rest = rest.slice(whole.length);
  }
}

export const namesIn = (path: string): readonly string[] => partsOf(path).names;

const isIndex = (name: string): boolean => name.startsWith("[");

/** What stands at a path; `undefined`: it isn't there. */
export function at(root: Shape, names: readonly string[]): Shape | undefined {
  let found: Shape = root;
  for (const name of names) {
    const next = found.absent.has(name) ? undefined : (found.fields.get(name) ?? otherField(found, name));
    if (next === undefined) return undefined;
    found = next;
  }
  // What `[*]` finds is a list.
  return names.includes(EACH) ? listOfShape(found) : found;
}

function otherField(found: Shape, name: string): Shape | undefined {
  if (isIndex(name)) {
    if (name !== EACH && found.others === "nothing" && found.fields.has("[0]")) return undefined;
    return found.element ?? (found.others === "capitals" ? found : ANYTHING);
  }
  if (found.others === "nothing" || (found.others === "capitals" && /^[a-z]/.test(name))) return undefined;
  return found.others === "capitals" ? SDK_ANSWER : ANYTHING;
}

/** With another shape at a path. */
export function withAt(root: Shape, [name, ...rest]: readonly string[], value: Shape): Shape {
  if (name === undefined) return value;
  const inner = withAt(root.fields.get(name) ?? otherField(root, name) ?? NOTHING, rest, value);
  const absent = new Set([...root.absent].filter((one) => one !== name));
  return { ...root, fields: new Map([...root.fields, [name, inner]]), absent };
}

/** Without what stands at a path. */
export function without(root: Shape, [name, ...rest]: readonly string[]): Shape {
  if (name === undefined) return root;
  if (rest.length === 0) return { ...root, absent: new Set([...root.absent, name]) };
  const inner = root.fields.get(name) ?? otherField(root, name);
  return inner === undefined ? root : { ...root, fields: new Map([...root.fields, [name, without(inner, rest)]]) };
}

/** What holds of both: a field is there if it is in either case. What one of them leaves open isn't known to be missing. */
export function both(a: Shape, b: Shape): Shape {
  if (a === b) return a;
  const others: Shape["others"] = OPEN_FIRST.find((kind) => kind === a.others || kind === b.others) ?? "nothing";
  const names = new Set([...a.fields.keys(), ...b.fields.keys()]);
  const shared = [...names].flatMap((name) => {
    const [one, other] = [at(a, [name]), at(b, [name])];
    if (one === undefined || other === undefined) return [];
    const joined = both(one, other);
    // What says no more than `others` is left out: data that is handed round and round would never be known.
    return others === "anything" && inWords(joined) === OPEN ? [] : [[name, joined] as const];
  });
  const joined = { fields: new Map(shared), others, absent: new Set([...a.absent, ...b.absent]) };
  return a.element && b.element ? { ...joined, element: both(a.element, b.element) } : joined;
}

const OPEN_FIRST = ["anything", "capitals"] as const;

/** Shapes don't change, and are compared again and again. */
const words = new WeakMap<Shape, string>();

/** The same, for a comparison. */
export function inWords(one: Shape): string {
  const known = words.get(one) ?? written(one);
  words.set(one, known);
  return known;
}

const written = (one: Shape): string =>
  `${one.others}{${[...one.fields]
    .map(([name, inner]) => `${name}:${inWords(inner)}`)
    .sort()
    .join()}}${[...one.absent].sort().join()}${one.element ? `[${inWords(one.element)}]` : ""}`;

const OPEN = inWords(ANYTHING);
