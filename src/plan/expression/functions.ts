import { entry, isKnown, isList, isRecord, listOf, type Value, type ValueRecord } from "../value";
import { encodeJson } from "./json";
import { NotUnderstood } from "./syntax";

/**
 * Terraform's functions, as far as configurations that a program writes need them to tell what they deploy. Lists and
 * maps may hold unknown values; every other argument is known.
 */
export const FUNCTIONS: { readonly [name: string]: (...values: readonly Value[]) => Value } = {
  base64decode: (value) => Buffer.from(text(value), "base64").toString(),
  base64encode: (value) => Buffer.from(text(value)).toString("base64"),
  coalesce: (...values) => values.find((value) => value !== null && value !== "") ?? null,
  compact: (value) => list(value).filter((element) => element !== null && element !== ""),
  concat: (...lists) => lists.flatMap(list),
  contains: (value, element) => known(list(value)).includes(element ?? null),
  distinct: (value) => [...new Set(known(list(value)))],
  element: (value, index) => list(value)[number(index) % Math.max(list(value).length, 1)] ?? fail("an empty list"),
  flatten: (value) => flatten(list(value)),
  format: (value, ...values) => format(text(value), values),
  join: (separator, ...lists) => known(lists.flatMap(list)).map(text).join(text(separator)),
  jsondecode: (value) => JSON.parse(text(value)),
  jsonencode: (value) => encodeJson(value ?? null),
  keys: (value) => Object.keys(map(value)).sort(),
  length: (value) => (typeof value === "string" ? [...value].length : Object.keys(value ?? {}).length),
  lookup: (value, key, otherwise) => entry(map(value), text(key)) ?? otherwise ?? fail("a key that isn't there"),
  lower: (value) => text(value).toLowerCase(),
  merge: (...maps) => Object.assign({}, ...maps.filter((value) => value !== null).map(map)),
  one: (value) => (list(value).length > 1 ? fail("a list of several") : (list(value)[0] ?? null)),
  replace: (value, part, by) =>
    /^\/.*\/$/.test(text(part)) ? fail("a regular expression") : text(value).replaceAll(text(part), () => text(by)),
  split: (separator, value) => text(value).split(text(separator)),
  substr: (value, offset, length) => text(value).slice(number(offset)).slice(0, number(length)),
  tobool: (value) => (value === "true" ? true : value === "false" ? false : (value ?? null)),
  tolist: (value) => list(value),
  tomap: (value) => map(value),
  tonumber: (value) => (typeof value === "string" ? number(value) : (value ?? null)),
  toset: (value) => (isKnown(list(value)) ? [...new Set(list(value))] : list(value)),
  tostring: (value) => (value === null || value === undefined ? null : text(value)),
  trimprefix: (value, prefix) => trimmed(text(value), text(prefix), "startsWith"),
  trimspace: (value) => text(value).trim(),
  trimsuffix: (value, suffix) => trimmed(text(value), text(suffix), "endsWith"),
  upper: (value) => text(value).toUpperCase(),
  values: (value) =>
    Object.keys(map(value))
      .sort()
      .map((key) => map(value)[key] ?? null),
};

function fail(why: string): never {
  throw new NotUnderstood(why);
}

function text(value: Value | undefined): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : fail("a text was expected");
}

function number(value: Value | undefined): number {
  const converted = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof converted === "number" && Number.isFinite(converted) ? converted : fail("a number was expected");
}

function list(value: Value | undefined): readonly Value[] {
  return isList(value) ? value : fail("a list was expected");
}

function map(value: Value | undefined): ValueRecord {
  return isRecord(value) ? value : fail("a map was expected");
}

function known(values: readonly Value[]): readonly Value[] {
  return isKnown(values) ? values : fail("an unknown element");
}

function flatten(values: readonly Value[]): readonly Value[] {
  return values.flatMap((value) => (isList(value) ? flatten(value) : listOf(value)));
}

function format(template: string, values: readonly Value[]): string {
  let next = 0;
  return template.replace(/%(.)/g, (verb, letter: string) => {
    if (letter === "%") return "%";
    if (!"sdv".includes(letter)) return fail(`the verb ${verb}`);
    next += 1;
    return text(values[next - 1]);
  });
}

function trimmed(value: string, part: string, at: "startsWith" | "endsWith"): string {
  if (part === "" || !value[at](part)) return value;
  return at === "startsWith" ? value.slice(part.length) : value.slice(0, -part.length);
}
