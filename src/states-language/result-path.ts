import { isArray, isObject, type Json } from "./json";
import { parsePath, type Segment } from "./json-path-syntax";
import { StatesError } from "./states-error";

/** Puts a result where a Reference Path says, making the fields on the way; the input itself stays as it is. */
export function putAt(path: string, input: Json, result: Json): Json {
  return put(parsePath(path), input, result, path);
}

function put([segment, ...rest]: readonly Segment[], input: Json | undefined, result: Json, path: string): Json {
  if (segment === undefined) return result;
  if (segment.kind === "name" && (input === undefined || isObject(input)))
    return { ...input, [segment.name]: put(rest, input?.[segment.name], result, path) };
  if (segment.kind === "index" && isArray(input) && segment.index < input.length)
    return input.map((item, index) => (index === segment.index ? put(rest, item, result, path) : item));
  throw new StatesError("States.ResultPathMatchFailure", `${path} can't be applied to ${JSON.stringify(input)}`);
}
