import { describe, fieldPath } from "./describe";
import type { Finding } from "./finding";

/** Deeper than any environment; also ends the walk through an object that holds itself. */
const DEEPEST = 12;
const ALLOWED = "text, numbers, true or false, and lists and objects of these";

/**
 * Copies plain data out of whatever a file exports, so that the checks never meet a getter, a proxy or a promise.
 * What isn't plain data is left out and found.
 */
export function plainCopy(value: unknown, path: readonly PropertyKey[] = []): { copy: unknown; findings: Finding[] } {
  const found = (got: string): { copy: undefined; findings: Finding[] } => ({
    copy: undefined,
    findings: [{ path: fieldPath(path), got, allowed: ALLOWED }],
  });
  if (value === null || value === undefined) return { copy: value, findings: [] };
  if (["string", "number", "boolean"].includes(typeof value)) return { copy: value, findings: [] };
  if (typeof value !== "object") return found(describe(value));
  if (path.length > DEEPEST) return found("an object that holds itself, or is far too deep");
  try {
    if (Array.isArray(value)) {
      const parts = Array.from(value, (element: unknown, index) => plainCopy(element, [...path, index]));
      return { copy: parts.map(({ copy }) => copy), findings: parts.flatMap(({ findings }) => findings) };
    }
    if (!isPlain(value)) return found(describeInstance(value));
    const parts = Object.entries(value).map(([key, field]) => ({ key, ...plainCopy(field, [...path, key]) }));
    return {
      copy: Object.fromEntries(parts.map(({ key, copy }) => [key, copy])),
      findings: parts.flatMap(({ findings }) => findings),
    };
  } catch {
    return found("an object with a field that can't be read");
  }
}

/** Whether it is written `{ … }`: the prototype is none or, of whichever realm, the topmost one. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function describeInstance(value: object): string {
  const name: unknown = value.constructor?.name;
  return typeof name === "string" && name !== "" ? `a ${name}` : "an object with a prototype of its own";
}
