import { evaluateIntrinsic } from "./intrinsic";
import type { Randomness } from "./intrinsic-functions";
import { isArray, isObject, type Json } from "./json";
import { valueAt } from "./json-path";
import { StatesError } from "./states-error";

/** What paths and functions are about: `$` is the input, `$$` the Context Object. */
export interface Scope {
  readonly input: Json;
  readonly context: Json;
  readonly random: Randomness;
}

/** Follows a path; `$$…` leads into the Context Object. */
export function follow(path: string, { input, context }: Scope): Json | undefined {
  return path.startsWith("$$") ? valueAt(path.slice(1), context) : valueAt(path, input);
}

/** Follows a path that must lead somewhere. */
export function resolve(path: string, scope: Scope, error = "States.ParameterPathFailure"): Json {
  const value = follow(path, scope);
  if (value === undefined)
    throw new StatesError(
      error,
      `the path ${path} isn't in ${JSON.stringify(path.startsWith("$$") ? scope.context : scope.input)}`,
    );
  return value;
}

/** Fills a Payload Template: each field whose name ends in `.$` gets what its path or intrinsic function gives. */
export function fill(template: Json, scope: Scope): Json {
  if (isArray(template)) return template.map((item) => fill(item, scope));
  if (!isObject(template)) return template;
  return Object.fromEntries(
    Object.entries(template).map(([name, value]) =>
      name.endsWith(".$") ? [name.slice(0, -2), evaluate(String(value), scope)] : [name, fill(value, scope)],
    ),
  );
}

/** A path, or an intrinsic function. */
export function evaluate(expression: string, scope: Scope): Json {
  return expression.startsWith("$")
    ? resolve(expression, scope)
    : evaluateIntrinsic(expression, (path) => resolve(path, scope), scope.random);
}
