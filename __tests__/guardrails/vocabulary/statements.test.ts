import { coversArn, isAbout, isNarrow, matchesAction } from "../../../src/guardrails/vocabulary/statements";
import type { Statement } from "../../../src/plan/facts/policies";

const statement = (parts: Partial<Statement>): Statement => ({
  sid: undefined,
  effect: "Allow",
  actions: [],
  notActions: [],
  resources: [],
  notResources: [],
  principals: [],
  notPrincipals: [],
  conditions: [],
  ...parts,
});

test.each([
  ["s3:GetObject", "s3:getobject", true],
  ["s3:Get*", "s3:GetObject", true],
  ["s3:Get?bject", "s3:GetObject", true],
  ["s3:Get", "s3:GetObject", false],
])("of actions, %s is %s: %p", (pattern, action, matches) => expect(matchesAction(pattern, action)).toBe(matches));

test.each([
  ["*", "arn:aws:s3:::a", true],
  ["arn:aws:s3:::a", "arn:aws:s3:::a", true],
  ["arn:aws:s3:::A", "arn:aws:s3:::a", false],
  ["arn:aws:s3:::a/*", "arn:aws:s3:::a/b/c", true],
  ["arn:aws:s3:::a/?", "arn:aws:s3:::a/bc", false],
  ["arn:aws:s3:::a.b*", "arn:aws:s3:::axb", false],
])("%s covers %s: %p", (pattern, arn, covers) => expect(coversArn(pattern, arn)).toBe(covers));

test("NotAction is about all but what it lists", () => {
  expect(isAbout(statement({ notActions: ["iam:*"] }), "s3:GetObject")).toBe(true);
  expect(isAbout(statement({ notActions: ["iam:*"] }), "iam:CreateRole")).toBe(false);
});

test.each([
  ["StringEquals", ["a"], true],
  ["StringNotEquals", ["a"], false],
  ["Null", ["true"], false],
  ["StringEqualsIfExists", ["a"], false],
  ["StringLike", ["*"], false],
])("a condition with %s of %p narrows: %p", (operator, values, narrow) => {
  expect(isNarrow({ operator, key: "aws:SourceAccount", values })).toBe(narrow);
});
