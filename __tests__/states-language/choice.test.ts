import { ruleHolds } from "../../src/states-language/choice";
import type { Json } from "../../src/states-language/json";

const INPUT: Json = {
  type: "Private",
  value: 22,
  threshold: 20,
  yes: true,
  none: null,
  time: "2016-03-14T01:59:00Z",
  sameTime: "2016-03-14T02:59:00+01:00",
  file: "foo23.log",
  star: "a*b",
};
const holds = (rule: Json) => ruleHolds(rule, { input: INPUT, context: { limit: 5 }, random: () => 0 });

test.each<[variable: string, operator: string, wanted: Json, holds: boolean]>([
  ["$.type", "StringEquals", "Private", true],
  ["$.type", "StringEquals", "private", false],
  ["$.type", "StringLessThan", "Q", true],
  ["$.type", "StringGreaterThan", "Q", false],
  ["$.type", "StringLessThanEquals", "Private", true],
  ["$.type", "StringGreaterThanEquals", "Private", true],
  ["$.type", "StringEqualsPath", "$.type", true],
  ["$.file", "StringMatches", "foo*.log", true],
  ["$.file", "StringMatches", "*.log", true],
  ["$.file", "StringMatches", "foo*.*", true],
  ["$.file", "StringMatches", "foo?3.log", false],
  ["$.file", "StringMatches", "foo", false],
  ["$.star", "StringMatches", "a\\*b", true],
  ["$.file", "StringMatches", "foo\\*.log", false],
  ["$.value", "NumericEquals", 22, true],
  ["$.value", "NumericLessThan", 22, false],
  ["$.value", "NumericGreaterThanEquals", 22, true],
  ["$.value", "NumericLessThanEquals", 22, true],
  ["$.value", "NumericGreaterThanPath", "$.threshold", true],
  ["$.value", "NumericGreaterThanPath", "$$.limit", true],
  ["$$.limit", "NumericEquals", 5, true],
  ["$.yes", "BooleanEquals", true, true],
  ["$.yes", "BooleanEqualsPath", "$.yes", true],
  ["$.time", "TimestampEquals", "2016-03-14T01:59:00Z", true],
  ["$.time", "TimestampEqualsPath", "$.sameTime", true],
  ["$.time", "TimestampLessThan", "2016-03-14T01:59:00.5Z", true],
  ["$.time", "TimestampGreaterThan", "2016-03-14T01:59:00Z", false],
  ["$.time", "TimestampLessThanEquals", "2016-03-14T01:59:00Z", true],
  ["$.time", "TimestampGreaterThanEquals", "2016-03-14T01:59:00Z", true],
  ["$.none", "IsNull", true, true],
  ["$.value", "IsNull", true, false],
  ["$.value", "IsPresent", true, true],
  ["$.missing", "IsPresent", true, false],
  ["$.missing", "IsPresent", false, true],
  ["$.value", "IsNumeric", true, true],
  ["$.type", "IsNumeric", false, true],
  ["$.type", "IsString", true, true],
  ["$.yes", "IsBoolean", true, true],
  ["$.time", "IsTimestamp", true, true],
  ["$.type", "IsTimestamp", true, false],
  // Values of another type compare as false.
  ["$.type", "NumericEquals", 22, false],
  ["$.value", "StringEquals", "22", false],
  ["$.type", "TimestampEquals", "2016-03-14T01:59:00Z", false],
  ["$.value", "StringMatches", "*", false],
])("%s %s %j: %s", (variable, operator, wanted, expected) =>
  expect(holds({ Variable: variable, [operator]: wanted, Next: "x" })).toBe(expected),
);

const TRUE = { Variable: "$.yes", BooleanEquals: true };
const FALSE = { Variable: "$.yes", BooleanEquals: false };
const ERROR = { Variable: "$.missing", BooleanEquals: true };
test.each<[rule: Json, holds: boolean]>([
  [{ Not: FALSE, Next: "x" }, true],
  [{ And: [TRUE, TRUE] }, true],
  [{ And: [TRUE, FALSE] }, false],
  [{ Or: [FALSE, TRUE] }, true],
  [{ Or: [FALSE, FALSE] }, false],
  [{ And: [{ Not: TRUE }, TRUE] }, false],
  // It stops where the answer is clear.
  [{ And: [FALSE, ERROR] }, false],
  [{ Or: [TRUE, ERROR] }, true],
])("%j", (rule, expected) => expect(holds(rule)).toBe(expected));

test("what isn't there can only be asked whether it is", () => expect(() => holds(ERROR)).toThrow("States.Runtime"));

test("an open backslash ends the execution", () =>
  expect(() => holds({ Variable: "$.file", StringMatches: "foo\\" })).toThrow("States.Runtime"));

test("a comparison that there isn't is refused", () =>
  expect(() => holds({ Variable: "$.file", StringLike: "foo" })).toThrow("interpreted"));
