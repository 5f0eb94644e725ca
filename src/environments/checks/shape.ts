import { z } from "zod";
import { describe, describeType, fieldPath } from "./describe";
import type { Draft, Finding } from "./finding";
import { didYouMean, nearest } from "./nearest";
import { isPrivate } from "./secrets";

export interface Shape<T> {
  /** The value with its defaults; `undefined` where there is a finding. */
  readonly value?: T;
  /** What is valid of it. */
  readonly draft: Draft<T> | undefined;
  readonly findings: readonly Finding[];
  /** Paths of fields that are missing because they are misspelt: the misspelling is found, the gap is no news. */
  readonly meant: readonly string[];
}

/** A value against its schema: what is wrong field by field, and what is valid of it all the same. */
export function checkShape<T>(schema: z.ZodType<T>, value: unknown): Shape<T> {
  const result = schema.safeParse(value, { error: allowed, reportInput: true });
  // What is valid whole is valid in its parts.
  if (result.success) return { value: result.data, draft: result.data as Draft<T>, findings: [], meant: [] };
  const { issues } = result.error;
  const meant = issues.flatMap((issue) => meantFields(issue, schema));
  const findings = issues.flatMap((issue) => findingsOf(issue, schema)).filter(({ path }) => !meant.includes(path));
  return { draft: salvage(schema, value) as Draft<T> | undefined, findings: firstOfEachPath(findings), meant };
}

/** One value may miss several bounds; the first of them says what is allowed. */
function firstOfEachPath(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ path }, index) => findings.findIndex((other) => other.path === path) === index);
}

/** What the unknown fields of an issue were meant to be, where it isn't there as well. */
function meantFields(issue: z.core.$ZodIssue, schema: z.core.$ZodType): readonly string[] {
  if (issue.code !== "unrecognized_keys") return [];
  const fields = fieldsAt(schema, issue.path);
  return issue.keys
    .map((key) => nearest(key, fields))
    .filter((field) => field !== undefined && !Object.hasOwn(Object(issue.input), field))
    .map((field) => fieldPath([...issue.path, String(field)]));
}

function findingsOf(issue: z.core.$ZodIssue, schema: z.core.$ZodType): readonly Finding[] {
  if (issue.code === "unrecognized_keys") {
    const fields = fieldsAt(schema, issue.path);
    return issue.keys.map((key) => ({
      path: fieldPath([...issue.path, key]),
      got: "a field that isn't known",
      allowed: `${didYouMean(key, fields)}The fields here are ${fields.join(", ")}`,
    }));
  }
  const path = fieldPath(issue.path);
  if (issue.code === "invalid_key") {
    const [reason] = issue.issues;
    return [{ path, got: describe(issue.path.at(-1)), allowed: reason?.message ?? issue.message }];
  }
  if (issue.input === undefined) return [{ path, got: "nothing", allowed: `it is required: give ${issue.message}` }];
  const got = isPrivate(issue.path) ? describeType(issue.input) : describe(issue.input);
  const isQuoted = typeof issue.input === "string" && isUnquotedExpected(issue);
  return [{ path, got, allowed: `${issue.message}${isQuoted ? ", without quotes" : ""}` }];
}

function isUnquotedExpected(issue: z.core.$ZodIssue): boolean {
  if (issue.code === "invalid_value") return issue.values.every((value) => typeof value !== "string");
  return issue.code === "invalid_type" && ["number", "int"].includes(issue.expected);
}

/** What is allowed in an issue's place, where the schema doesn't say it itself. */
function allowed(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return TYPES[issue.expected] ?? issue.expected;
    case "too_small":
      return `at least ${amount(issue.minimum, issue.origin)}`;
    case "too_big":
      return `at most ${amount(issue.maximum, issue.origin)}`;
    case "invalid_value": {
      const names = issue.values.filter((value) => typeof value === "string");
      const meant = typeof issue.input === "string" ? didYouMean(issue.input, names) : "";
      return `${meant}${issue.values.length > 1 ? "one of " : ""}${issue.values.map(describe).join(", ")}`;
    }
    default:
      return undefined;
  }
}

function amount(number: number | bigint, origin: string): string {
  const [one, many] = origin === "array" ? ["entry", "entries"] : ["character", "characters"];
  return `${number} ${Number(number) === 1 ? one : many}`;
}

const TYPES: { readonly [expected: string]: string } = {
  string: 'text in quotes, e.g. "text"',
  boolean: "true or false, without quotes",
  array: "a list, [ … ]",
  object: "an object, { … }",
  record: "an object, { name: value, … }",
};

/** Names of the fields that a schema has at a path. */
function fieldsAt(schema: z.core.$ZodType, [part, ...rest]: readonly PropertyKey[]): readonly string[] {
  if (isWrapped(schema)) return fieldsAt(schema.unwrap(), part === undefined ? [] : [part, ...rest]);
  if (schema instanceof z.ZodArray) return fieldsAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return fieldsAt(schema.valueType, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  if (part === undefined) return Object.keys(schema.shape);
  const shape: { readonly [name: PropertyKey]: z.core.$ZodType } = schema.shape;
  const field = shape[part];
  return field === undefined ? [] : fieldsAt(field, rest);
}

function isWrapped(schema: z.core.$ZodType): schema is z.ZodOptional | z.ZodDefault | z.ZodPrefault {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault;
}

/** The valid parts of an invalid value, with the defaults of the fields that aren't given. */
function salvage(schema: z.core.$ZodType, value: unknown): unknown {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  if (isWrapped(schema)) return salvage(schema.unwrap(), value);
  if (schema instanceof z.ZodArray && Array.isArray(value)) return value.map((one) => salvage(schema.element, one));
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const fields: { readonly [name: string]: unknown } = { ...value };
  if (schema instanceof z.ZodObject) {
    const shape: { readonly [name: string]: z.core.$ZodType } = schema.shape;
    return Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, salvage(field, fields[name])]));
  }
  if (schema instanceof z.ZodRecord) {
    return Object.fromEntries(
      Object.entries(fields).filter(([name, field]) => z.safeParse(schema, { [name]: field }).success),
    );
  }
  return undefined;
}
