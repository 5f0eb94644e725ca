import type { TaskFailure } from "../../../states-language/interpreter";
import { isArray, isObject, type Json, type JsonObject } from "../../../states-language/json";
import type { Platform } from "../platform";

/** What a machine's call is answered from. */
export interface Caller {
  readonly platform: Platform;
  /** ARN of the machine that calls. */
  readonly machineArn: string;
}

/** Answers one action of AWS's API in AWS's shape, as far as the model knows what it asks for. */
export interface Adapter {
  /** What IAM calls the action: `"ecs:ListTasks"`. */
  readonly permission: string;
  /** ARNs that it is asked about; none: the action takes no resource. */
  readonly resources: (parameters: JsonObject, caller: Caller) => readonly string[];
  /** Parameters that it takes; any other ends the execution, since the answer would be to another question. */
  readonly parameters: readonly string[];
  /** @throws TaskFailure as AWS would answer with an error */
  readonly answer: (parameters: JsonObject, caller: Caller) => Json;
  /** What it changes, for the record. @default - it only reads */
  readonly effect?: (parameters: JsonObject) => string;
}

/** What a call of AWS fails with. */
export function failure(name: string, cause: string): TaskFailure {
  return { name, cause };
}

/** A batch as a call takes it. */
export function batch(service: string, value: Json | undefined, most: number): readonly Json[] {
  if (!isArray(value) || value.length === 0 || value.length > most)
    throw failure(`${service}.InvalidParameterException`, `1 to ${most} elements, not ${JSON.stringify(value)}`);
  return value;
}

/** A page as ECS gives it: `NextToken` is there only where there is more. */
export function page(field: string, all: readonly string[], { NextToken, MaxResults = 100 }: JsonObject): Json {
  const size = Math.min(Number(MaxResults), 100);
  const from = Number(NextToken ?? 0);
  const isLast = from + size >= all.length;
  return { [field]: all.slice(from, from + size), ...(!isLast && { NextToken: String(from + size) }) };
}

/** An object inside the parameters; an empty one where there is none. */
export function objectAt(parameters: JsonObject, ...path: readonly string[]): JsonObject {
  let value: Json | undefined = parameters;
  for (const key of path) value = isObject(value) ? value[key] : undefined;
  return isObject(value) ? value : {};
}

/** The texts of a list. */
export const textsOf = (value: Json | undefined): readonly string[] => (isArray(value) ? value.map(String) : []);
