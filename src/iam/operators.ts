import { Netmask } from "netmask";
import type { PolicyText } from "../plan/facts/policies";
import { Unknown } from "../plan/value";
import { coversArn, partsOf } from "./arns";
import { folded, matches } from "./matching";
import { plainTokens, type Token, tokensOf, type Variables, type Wildcards } from "./text";
import type { Truth } from "./truth";

/** Compares a value of a condition with one of the request. */
export type Comparison = (expected: PolicyText, actual: PolicyText, variables: Variables) => Truth;

export interface Operator {
  readonly compare: Comparison;
  /** Whether it asks for a value that is none of the expected ones. */
  readonly isNegated: boolean;
}

const text =
  (wildcards: Wildcards, form: (tokens: readonly Token[]) => readonly Token[] = (tokens) => tokens): Comparison =>
  (expected, actual, variables) =>
    matches(form(tokensOf(expected, wildcards, variables)), form(plainTokens(actual)));

/** Of two texts that are known, read as `read` does; what can't be read is nobody's to decide. */
const compared =
  <Read>(read: (text: string) => Read | undefined, holds: (expected: Read, actual: Read) => boolean): Comparison =>
  (expected, actual) => {
    const [own, other] = [expected, actual].map((one) => (isOpen(one) ? undefined : read(String(one))));
    return own === undefined || other === undefined ? "undecided" : holds(own, other);
  };

const isOpen = (one: PolicyText) => one instanceof Unknown || one.includes("${");

function numberOf(written: string): number | undefined {
  const number = written.trim() === "" ? Number.NaN : Number(written);
  return Number.isFinite(number) ? number : undefined;
}

/** Milliseconds: of an ISO date, or of seconds since 1970. */
function dateOf(written: string): number | undefined {
  const seconds = numberOf(written);
  const milliseconds = seconds === undefined ? Date.parse(written) : seconds * 1000;
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

const arn: Comparison = (expected, actual, variables) => {
  const isArn = (one: PolicyText) => isOpen(one) || partsOf(one)?.length === 6;
  // What isn't an ARN is like none.
  return isArn(expected) && isArn(actual) ? coversArn(expected, actual, variables) : false;
};

const bool: Comparison = compared((written) => written.toLowerCase(), Object.is);

const range: Comparison = (expected, actual) => {
  if (isOpen(expected) || isOpen(actual)) return "undecided";
  if (expected === actual) return true;
  // netmask knows IPv4 alone.
  if (`${expected}${actual}`.includes(":"))
    return String(expected).includes(":") === String(actual).includes(":") ? "undecided" : false;
  try {
    return new Netmask(String(expected)).contains(String(actual));
  } catch {
    return "undecided";
  }
};

const is = (compare: Comparison): Operator => ({ compare, isNegated: false });
const isNot = (compare: Comparison): Operator => ({ compare, isNegated: true });

const numeric = (holds: (expected: number, actual: number) => boolean) => is(compared(numberOf, holds));
const date = (holds: (expected: number, actual: number) => boolean) => is(compared(dateOf, holds));

/**
 * IAM's condition operators by their names in lower case, but for `Null`.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const OPERATORS: { readonly [name: string]: Operator } = {
  stringequals: is(text("plain")),
  stringnotequals: isNot(text("plain")),
  stringequalsignorecase: is(text("plain", folded)),
  stringnotequalsignorecase: isNot(text("plain", folded)),
  stringlike: is(text("wildcards")),
  stringnotlike: isNot(text("wildcards")),
  numericequals: numeric(Object.is),
  numericnotequals: isNot(compared(numberOf, Object.is)),
  numericlessthan: numeric((expected, actual) => actual < expected),
  numericlessthanequals: numeric((expected, actual) => actual <= expected),
  numericgreaterthan: numeric((expected, actual) => actual > expected),
  numericgreaterthanequals: numeric((expected, actual) => actual >= expected),
  dateequals: date(Object.is),
  datenotequals: isNot(compared(dateOf, Object.is)),
  datelessthan: date((expected, actual) => actual < expected),
  datelessthanequals: date((expected, actual) => actual <= expected),
  dategreaterthan: date((expected, actual) => actual > expected),
  dategreaterthanequals: date((expected, actual) => actual >= expected),
  bool: is(bool),
  binaryequals: is(text("plain")),
  ipaddress: is(range),
  notipaddress: isNot(range),
  arnequals: is(arn),
  arnlike: is(arn),
  arnnotequals: isNot(arn),
  arnnotlike: isNot(arn),
};
