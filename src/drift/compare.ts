import { entry, isList, isRecord, type MaybeValue, type Value } from "../plan/value";
import { elementNames } from "./elements";

/** An attribute as it was left by the last apply, as it is, and as the code wants it: at least two of them differ. */
export interface Compared {
  /** `"max_size"`, `"ingress[tcp 22 from 0.0.0.0/0]"`, `"policy.Statement[Write].Action"`; `""` is the whole. */
  readonly path: string;
  /** Its first part, as Terraform's configuration has it. */
  readonly attribute: string;
  readonly left: MaybeValue;
  readonly actual: MaybeValue;
  /** `undefined` too where it is known only at apply. */
  readonly wanted: MaybeValue;
  /** Whether `wanted` is known only at apply. */
  readonly isUnknown: boolean;
  readonly isSensitive: boolean;
}

/** The three values of one thing, and Terraform's masks over them: `true` where all of it is unknown or sensitive. */
export interface Three {
  readonly left: MaybeValue;
  readonly actual: MaybeValue;
  readonly wanted: MaybeValue;
  readonly unknown: MaybeValue;
  readonly sensitive: readonly MaybeValue[];
}

/**
 * Where three states of a resource differ, leaf by leaf. Elements of sets are found again by what names them, so that a
 * rule that was added is one difference; JSON in a text is compared as what it says. What differs only in how nothing is
 * written (null, `""`, `[]`) doesn't differ.
 */
export function compare(three: Three): readonly Compared[] {
  return [...compareAt("", three)];
}

function* compareAt(path: string, three: Three): Generator<Compared> {
  const { left, actual, wanted, unknown, sensitive } = three;
  const isUnknown = unknown === true;
  const isSecret = sensitive.some((mask) => mask === true);
  if (!differ(left, actual) && !isUnknown && !differ(actual, wanted)) return;
  const found: Compared = {
    path,
    attribute: path.split(/[.[]/, 1)[0] ?? "",
    left,
    actual,
    wanted,
    isUnknown,
    isSensitive: sensitive.some(masksAny),
  };
  if (isUnknown && !isSecret && differ(left, actual)) {
    // What was changed by hand is seen all the same.
    const known = { ...three, wanted: left, unknown: undefined };
    for (const each of compareAt(path, known)) yield { ...each, wanted: undefined, isUnknown };
    return;
  }
  if (isUnknown || isSecret) {
    yield found;
    return;
  }
  const texts = [left, actual, wanted].map(parsedJson);
  if (texts.every((parsed) => parsed !== undefined)) {
    const [parsedLeft, parsedActual, parsedWanted] = texts;
    yield* compareAt(path, {
      left: parsedLeft,
      actual: parsedActual,
      wanted: parsedWanted,
      unknown: undefined,
      sensitive: [],
    });
    return;
  }
  const values = [left, actual, wanted];
  // What is there in one and not in another is a difference as a whole: a rule, a block.
  if (values.some(isNothing) && path.includes("[")) yield found;
  else if (values.every((value) => isNothing(value) || isRecord(value))) yield* compareFields(path, three);
  else if (values.every((value) => isNothing(value) || isList(value))) yield* compareElements(path, three, found);
  else yield found;
}

function* compareFields(path: string, three: Three): Generator<Compared> {
  const keys = new Set([three.left, three.actual, three.wanted, three.unknown].flatMap(keysOf));
  for (const key of keys)
    yield* compareAt(
      path === "" ? key : `${path}.${key}`,
      inner(three, (value) => fieldOf(value, key)),
    );
}

function* compareElements(path: string, three: Three, whole: Compared): Generator<Compared> {
  const lists = [three.left, three.actual, three.wanted].map(elementsOf);
  const names = elementNames(path, lists);
  // A list of texts or numbers is read better as a whole; so is one in which only the order differs.
  if (names === undefined) {
    yield whole;
    return;
  }
  const indexes = names.map((each) => new Map(each.map((name, index) => [name, index])));
  let isEqual = true;
  for (const name of new Set(names.flat())) {
    const [left, actual, wanted] = indexes.map((index) => index.get(name));
    const at = (value: MaybeValue, index: number | undefined) =>
      index !== undefined && isList(value) ? value[index] : undefined;
    const element: Three = {
      left: at(three.left, left),
      actual: at(three.actual, actual),
      wanted: at(three.wanted, wanted),
      unknown: at(three.unknown, wanted),
      sensitive: [at(three.sensitive[0], left), at(three.sensitive[1], actual), at(three.sensitive[2], wanted)],
    };
    for (const found of compareAt(`${path}[${name}]`, element)) {
      isEqual = false;
      yield found;
    }
  }
  if (isEqual) yield whole;
}

function inner(three: Three, step: (value: MaybeValue) => MaybeValue): Three {
  return {
    left: step(three.left),
    actual: step(three.actual),
    wanted: step(three.wanted),
    unknown: step(three.unknown),
    sensitive: three.sensitive.map((mask) => (mask === true ? true : step(mask))),
  };
}

/** Whether two values differ in more than in how nothing is written. */
export function differ(one: MaybeValue, other: MaybeValue): boolean {
  return JSON.stringify(normalized(one)) !== JSON.stringify(normalized(other));
}

/** Without what says nothing, keys in order. */
function normalized(value: MaybeValue): unknown {
  if (isNothing(value)) return undefined;
  const parsed = parsedJson(value);
  if (parsed !== undefined && typeof value === "string") return normalized(parsed);
  if (isList(value)) return value.map(normalized);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value)
    .map(([key, field]) => [key, normalized(field)] as const)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Null, `""`, `[]`, `{}`, and blocks of nothing but these: as the provider writes what isn't set, now so, now so. */
export function isNothing(value: MaybeValue): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (isList(value)) return value.every(isNothing);
  return isRecord(value) && Object.values(value).every(isNothing);
}

/** What a text of JSON says, if it is an object or a list; nothing for nothing. */
function parsedJson(value: MaybeValue): MaybeValue {
  if (isNothing(value)) return null;
  if (typeof value !== "string" || !/^\s*[[{]/.test(value)) return undefined;
  try {
    const parsed: Value = JSON.parse(value);
    return parsed;
  } catch {
    return undefined;
  }
}

/** Whether a mask covers something, at any depth. */
function masksAny(mask: MaybeValue): boolean {
  if (isList(mask)) return mask.some(masksAny);
  return mask === true || (isRecord(mask) && Object.values(mask).some(masksAny));
}

const keysOf = (value: MaybeValue): readonly string[] => (isRecord(value) ? Object.keys(value) : []);
const fieldOf = (value: MaybeValue, key: string): MaybeValue => (isRecord(value) ? entry(value, key) : undefined);
const elementsOf = (value: MaybeValue): readonly Value[] => (isList(value) ? value : []);
