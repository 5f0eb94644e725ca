import { comesFromOutside } from "../plan/outside";
import type { Plan } from "../plan/plan";
import { isKnown, listOf, type MaybeValue, Unknown, type Value } from "../plan/value";

/** What a value should be, and the words for it. */
export interface Expectation {
  /** Completes "wanted: …". */
  readonly wanted: string;
  /** `"undecided"` where it depends on something that is known only at apply. */
  holds(value: MaybeValue): boolean | "undecided";
}

/** A value that is set and known, and for which `accepts` holds. */
export function known(wanted: string, accepts: (value: Exclude<Value, Unknown>) => boolean): Expectation {
  return {
    wanted,
    holds(value) {
      if (value === undefined) return false;
      if (value instanceof Unknown) return "undecided";
      return accepts(value) || (isKnown(value) ? false : "undecided");
    },
  };
}

/** The value itself, or its text: Terraform takes `"true"` for `true`. */
export const equals = (wanted: boolean | number | string): Expectation =>
  known(JSON.stringify(wanted), (value) => value === wanted || String(value) === String(wanted));

/** One of these values, or of their texts. */
export const oneOf = (...wanted: readonly (boolean | number | string)[]): Expectation =>
  known(`one of ${wanted.map((value) => JSON.stringify(value)).join(", ")}`, (value) =>
    wanted.some((allowed) => String(value) === String(allowed)),
  );

/** That number or more. */
export const atLeast = (least: number): Expectation => known(`at least ${least}`, (value) => Number(value) >= least);

/** That number or less. */
export const atMost = (most: number): Expectation => known(`at most ${most}`, (value) => Number(value) <= most);

/** A text of that form. */
export const matches = (pattern: RegExp, wanted: string): Expectation =>
  known(wanted, (value) => typeof value === "string" && pattern.test(value));

/** Anything, known or not; an empty text or list isn't. */
export const isSet: Expectation = {
  wanted: "a value",
  holds: (value) => !isEmpty(value),
};

/** Nothing: not set, or an empty text or list. */
export const isNotSet: Expectation = {
  wanted: "not set",
  holds: (value) => isEmpty(value),
};

/** A resource of one of the types, by reference or by its known name, id or ARN. */
export const refersTo = (plan: Plan, ...types: readonly string[]): Expectation => ({
  wanted: `a reference to ${types.join(" or ")}`,
  holds(value) {
    if (plan.referenced(value, ...types).length > 0) return true;
    return comesFromOutside(plan, value) ? "undecided" : false;
  },
});

/** Something of one of the types: in the plan, or elsewhere, where a text, a variable or a data source names it. */
export const namesOneOf = (plan: Plan, ...types: readonly string[]): Expectation => ({
  wanted: `one of ${types.join(", ")}`,
  holds: (value) =>
    plan.referenced(value, ...types).length > 0 ||
    listOf(value).some((one) =>
      typeof one === "string" ? one !== "" && plan.referenced(one).length === 0 : comesFromOutside(plan, one),
    ),
});

/** A list, not empty, of which each element meets the expectation. */
export const each = (expectation: Expectation): Expectation => ({
  wanted: `each ${expectation.wanted}`,
  holds(value) {
    if (value instanceof Unknown) return "undecided";
    if (!Array.isArray(value) || value.length === 0) return false;
    const verdicts = value.map((element: Value) => expectation.holds(element));
    return verdicts.find((verdict) => verdict === false) ?? verdicts.find((verdict) => verdict !== true) ?? true;
  },
});

/** The value in a few words, for a finding. */
export function describe(value: MaybeValue): string {
  if (value === undefined) return "not set";
  if (value instanceof Unknown) {
    const sources = value.references.map(({ address, attribute }) => [address, attribute].filter(Boolean).join("."));
    return `known only at apply${sources.length > 0 ? ` (from ${sources.join(", ")})` : ""}`;
  }
  const text = JSON.stringify(value, (_, part) => (part instanceof Unknown ? describe(part) : part));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function isEmpty(value: MaybeValue): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
