import type { EnvironmentInput } from "../../src/environments/schema";

/**
 * A copy of an environment with fields set by their paths (`"services[0].routing.priority"`). A value may be of any
 * type, as a user's may; `undefined` takes the field away.
 */
export function edit(environment: EnvironmentInput, fields: { readonly [path: string]: unknown }): unknown {
  const copy: unknown = structuredClone(environment);
  for (const [path, value] of Object.entries(fields)) {
    const parts = path.split(/[.[\]]+/).filter((part) => part !== "");
    const last = parts.pop() ?? "";
    const holder = parts.reduce<unknown>((object, part) => Reflect.get(Object(object), part), copy);
    if (value === undefined) Reflect.deleteProperty(Object(holder), last);
    else Reflect.set(Object(holder), last, value);
  }
  return copy;
}
