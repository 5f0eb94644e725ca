import { z } from "zod";
import { describe, describeType, fieldPath } from "./describe";
import type { Draft, Finding } from "./finding";
import { didYouMean } from "./nearest";
import { isPrivate } from "./secrets";

/** A value against its schema: what is wrong field by field, and what is valid of it all the same. */
export function checkShape<T>(
  schema: z.ZodType<T>,
  value: unknown,
): { value?: T; draft: Draft<T> | undefined; findings: readonly Finding[] } {
  const result = schema.safeParse(value, { error: allowed, reportInput: true });
  // What is valid whole is valid in its parts.
  if (result.success) return { value: result.data, draft: result.data as Draft<T>, findings: [] };
  return { draft: salvage(schema, value) as Draft<T> | undefined, findings: result.error.issues.flatMap(findingsOf) };
}

function findingsOf(issue: z.core.$ZodIssue): Finding[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key, index) => ({
      path: fieldPath([...issue.path, key]),
      got: "a field that isn't known",
      allowed: issue.message.split("\n")[index] ?? issue.message,
    }));
  }
  if (issue.code === "invalid_key") {
    const [reason] = issue.issues;
    return [
      { path: fieldPath(issue.path), got: describe(issue.path.at(-1)), allowed: reason?.message ?? issue.message },
    ];
  }
  const got = isPrivate(issue.path) ? describeType(issue.input) : describe(issue.input);
  return [{ path: fieldPath(issue.path), got, allowed: issue.message }];
}

/** What is allowed in an issue's place, where the schema doesn't say it itself. */
function allowed(issue: z.core.$ZodRawIssue): string | undefined {
  const expected = expectation(issue);
  return issue.input === undefined && expected !== undefined ? `it is required: give ${expected}` : expected;
}

function expectation(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return TYPES[issue.expected] ?? issue.expected;
    case "too_small":
      return `at least ${issue.minimum} ${issue.origin === "array" ? "entries" : "characters"}`;
    case "too_big":
      return `at most ${issue.maximum} ${issue.origin === "array" ? "entries" : "characters"}`;
    case "invalid_value": {
      const meant = typeof issue.input === "string" ? didYouMean(issue.input, issue.values.map(String)) : "";
      return `${meant}${issue.values.length > 1 ? "one of " : ""}${issue.values.map(describe).join(", ")}`;
    }
    case "unrecognized_keys": {
      const fields = issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [];
      return issue.keys.map((key) => `${didYouMean(key, fields)}The fields here are ${fields.join(", ")}`).join("\n");
    }
    default:
      return undefined;
  }
}

const TYPES: { readonly [expected: string]: string } = {
  string: 'text in quotes, e.g. "text"',
  boolean: "true or false, without quotes",
  array: "a list, [ … ]",
  object: "an object, { … }",
  record: "an object, { name: value, … }",
};

/** The valid parts of an invalid value, with the defaults of the fields that aren't given. */
function salvage(schema: z.core.$ZodType, value: unknown): unknown {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return salvage(schema.unwrap(), value);
  }
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
