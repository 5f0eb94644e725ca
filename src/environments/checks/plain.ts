import { describe, fieldPath } from "./describe";
import type { Finding } from "./finding";

/** Deeper than any environment. */
const DEEPEST = 12;
/** Longer than any list of an environment; a sparse list has any length for nothing. */
const LONGEST = 10_000;
const ALLOWED = "text, numbers, true or false, and lists and objects of these";

/**
 * Copies plain data out of whatever a file exports, so that the checks never meet a getter, a proxy or a promise.
 * What isn't plain data is left out and found.
 */
export function plainCopy(value: unknown): { copy: unknown; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const refuse = (path: readonly PropertyKey[], got: string): undefined => {
    findings.push({ path: fieldPath(path), got, allowed: ALLOWED });
  };
  const copy = (
    original: object,
    key: PropertyKey,
    path: readonly PropertyKey[],
    holders: readonly object[],
  ): unknown => {
    try {
      const field: unknown = Reflect.get(original, key);
      if (field === null || ["undefined", "string", "number", "boolean"].includes(typeof field)) return field;
      if (typeof field !== "object") return refuse(path, describe(field));
      if (holders.includes(field)) return refuse(path, "an object that holds itself");
      if (path.length > DEEPEST) return refuse(path, "an object that is far too deep");
      if (Array.isArray(field) && field.length > LONGEST) return refuse(path, describe(field));
      const within = [...holders, field];
      if (Array.isArray(field)) return Array.from(field, (_, index) => copy(field, index, [...path, index], within));
      if (!isPlain(field)) return refuse(path, describeInstance(field));
      return Object.fromEntries(Object.keys(field).map((name) => [name, copy(field, name, [...path, name], within)]));
    } catch {
      return refuse(path, "a field that can't be read");
    }
  };
  return { copy: copy({ value }, "value", [], []), findings };
}

/** Whether it is written `{ … }`: the prototype is none or, of whichever realm, the topmost one. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function describeInstance(value: object): string {
  const name: unknown = value.constructor?.name;
  const isNamed = typeof name === "string" && name !== "" && name !== "Object";
  return isNamed ? `an instance of ${name}` : "an object with a prototype of its own";
}
