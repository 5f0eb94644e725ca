import {
  atLeast,
  atMost,
  describe as describeValue,
  each,
  equals,
  isNotSet,
  isSet,
  matches,
  oneOf,
} from "../../src/guardrails/expectation";
import { Unknown } from "../../src/plan/value";

const later = new Unknown([{ address: "aws_kms_key.key", attribute: "arn" }]);

test.each([
  ["equals", equals(true), true, false],
  ["equals, as text: Terraform takes either", equals(80), "80", "81"],
  ["oneOf", oneOf("ALL", "REJECT"), "REJECT", "ACCEPT"],
  ["atLeast", atLeast(365), 365, 364],
  ["atMost", atMost(1), 1, 2],
  ["matches", matches(/^TLS13/, "TLS 1.3"), "TLS13-1-2", "TLS-1-2"],
  ["each", each(equals("a")), ["a", "a"], ["a", "b"]],
] as const)("%s holds or fails on what is known, and can't decide on what isn't", (_, expectation, good, bad) => {
  expect(expectation.holds(good)).toBe(true);
  expect(expectation.holds(bad)).toBe(false);
  expect(expectation.holds(undefined)).toBe(false);
  expect(expectation.holds(later)).toBe("undecided");
});

test("each fails on an empty list, and can't decide while one element is open", () => {
  expect(each(equals("a")).holds([])).toBe(false);
  expect(each(equals("a")).holds(["a", later])).toBe("undecided");
  expect(each(equals("a")).holds(["b", later])).toBe(false);
});

test("what is known only at apply is set", () => {
  expect(isSet.holds(later)).toBe(true);
  expect(isNotSet.holds(later)).toBe(false);
  for (const nothing of [undefined, null, "", []]) {
    expect(isSet.holds(nothing)).toBe(false);
    expect(isNotSet.holds(nothing)).toBe(true);
  }
});

test("a value is described in a few words", () => {
  expect(describeValue(undefined)).toBe("not set");
  expect(describeValue("DISABLED")).toBe('"DISABLED"');
  expect(describeValue(later)).toBe("known only at apply (from aws_kms_key.key.arn)");
  expect(describeValue(["a", later])).toBe('["a","known only at apply (from aws_kms_key.key.arn)"]');
  expect(describeValue("x".repeat(100))).toHaveLength(80);
});
