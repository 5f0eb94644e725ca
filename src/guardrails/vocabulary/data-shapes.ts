import { isRecord, type Value } from "../../plan/value";

/** What is known of the fields of a JSON document that a state machine hands on. */
export interface Shape {
  readonly fields: ReadonlyMap<string, Shape>;
  /** What else it may have: anything, nothing, or names that begin with a capital, as the answers of AWS's SDKs do. */
  readonly others: "anything" | "nothing" | "capitals";
  /** Known not to be there. */
  readonly absent: ReadonlySet<string>;
}

const shape = (others: Shape["others"], fields: ReadonlyMap<string, Shape> = new Map()): Shape => ({
  fields,
  others,
  absent: new Set(),
});
export const ANYTHING = shape("anything");
export const NOTHING = shape("nothing");
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

/** Of a value as it is written. */
export const literal = (value: Value): Shape =>
  isRecord(value) ? recordOf(Object.entries(value).map(([key, one]) => [key, literal(one)])) : ANYTHING;

/** The names that a reference path begins with, up to what isn't one: `$.a['b'][0].c` → `["a", "b"]`. */
export function namesIn(path: string): readonly string[] {
  const names: string[] = [];
  let rest = path.slice(1);
  while (true) {
    const [whole, plain, quoted] = /^(?:\.([A-Za-z_][\w-]*)|\['([^']+)'\])/.exec(rest) ?? [];
    const name = plain ?? quoted;
    if (whole === undefined || name === undefined) return names;
    names.push(name);
    rest = rest.slice(whole.length);
  }
}

/** What stands at a path; `undefined`: it isn't there. */
export function at(root: Shape, names: readonly string[]): Shape | undefined {
  let found: Shape = root;
  for (const name of names) {
    const next = found.absent.has(name) ? undefined : (found.fields.get(name) ?? otherField(found, name));
    if (next === undefined) return undefined;
    found = next;
  }
  return found;
}

function otherField({ others }: Shape, name: string): Shape | undefined {
  if (others === "nothing" || (others === "capitals" && /^[a-z]/.test(name))) return undefined;
  return ANYTHING;
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
  const names = new Set([...a.fields.keys(), ...b.fields.keys()]);
  const shared = [...names].flatMap((name) => {
    const [one, other] = [at(a, [name]), at(b, [name])];
    return one && other ? [[name, both(one, other)] as const] : [];
  });
  const others = OPEN_FIRST.find((kind) => kind === a.others || kind === b.others) ?? "nothing";
  return { fields: new Map(shared), others, absent: new Set([...a.absent, ...b.absent]) };
}

const OPEN_FIRST = ["anything", "capitals"] as const;

/** The same, for a comparison. */
export const inWords = (one: Shape): string =>
  `${one.others}{${[...one.fields]
    .map(([name, inner]) => `${name}:${inWords(inner)}`)
    .sort()
    .join()}}${[...one.absent].sort().join()}`;
