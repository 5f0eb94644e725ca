/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether two values are the same JSON; the order of fields doesn't count. */
export function equalJson(one: Json | undefined, other: Json | undefined): boolean {
  if (isArray(one) && isArray(other))
    return one.length === other.length && one.every((item, index) => equalJson(item, other[index]));
  if (isObject(one) && isObject(other)) {
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => equalJson(one[key], other[key]));
  }
  return one === other;
}
