import fc from "fast-check";
import { evaluate, type Policies, type Policy } from "../../src/iam/evaluate";
import type { Request } from "../../src/iam/request";
import { type Statement, statementsOf } from "../../src/plan/facts/policies";
import { Unknown } from "../../src/plan/value";

const SECRET = "arn:aws:secretsmanager:us-east-1:111122223333:secret:web-AbCdEf";
const KEY = "${aws_kms_key.secrets.arn}";
const ROLE = "${aws_iam_role.web_execution.arn}";

const request: Request = {
  by: { kind: "principal", arn: ROLE, account: "111122223333" },
  action: "secretsmanager:GetSecretValue",
  resource: SECRET,
  context: new Map([["aws:securetransport", ["true"]]]),
  otherKeys: "unknown",
};
const decrypt: Request = { ...request, action: "kms:Decrypt", resource: KEY, resourceAccount: "111122223333" };

function policyOf(...Statement: readonly object[]): readonly Statement[] {
  const statements = statementsOf(JSON.stringify({ Version: "2012-10-17", Statement }));
  if (statements instanceof Unknown) throw new Error("not a policy");
  return statements;
}
const allow = (Resource: string, more: object = {}): Policy =>
  policyOf({ Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource, ...more });

const when = (operator: string, key: string, value: string) => ({ Condition: { [operator]: { [key]: value } } });

describe("what is known only at apply leaves a request undecided, and never allowed", () => {
  test.each<[string, Policies, string]>([
    ["the resource in full", { identity: [allow(SECRET)] }, "allowed"],
    ["an unknown policy", { identity: [new Unknown([])] }, "undecided"],
    [
      "an unknown policy beside one that allows: it may deny",
      { identity: [allow(SECRET), new Unknown([])] },
      "undecided",
    ],
    ["another resource of the plan", { identity: [allow("${aws_secretsmanager_secret.web.arn}")] }, "undecided"],
    ["what can't be that ARN", { identity: [allow("arn:aws:ssm:us-east-1:${var.account}:*")] }, "not allowed"],
    ["what may be that ARN", { identity: [allow("arn:aws:secretsmanager:us-east-1:${var.account}:*")] }, "undecided"],
    [
      "a key that AWS may send",
      { identity: [allow(SECRET, when("StringEquals", "aws:PrincipalTag/team", "web"))] },
      "undecided",
    ],
    ["a key that it does send", { identity: [allow(SECRET, when("Bool", "aws:SecureTransport", "true"))] }, "allowed"],
    [
      "another value than it sends",
      { identity: [allow(SECRET, when("Bool", "aws:SecureTransport", "false"))] },
      "not allowed",
    ],
    [
      "an operator that nobody knows",
      { identity: [allow(SECRET, when("Resembles", "aws:SecureTransport", "true"))] },
      "undecided",
    ],
    ["an unknown boundary", { identity: [allow(SECRET)], boundary: new Unknown([]) }, "undecided"],
    ["a boundary without it", { identity: [allow(SECRET)], boundary: policyOf() }, "not allowed"],
    [
      "an unknown policy of the secret's: it may deny",
      { identity: [allow(SECRET)], resource: new Unknown([]) },
      "undecided",
    ],
  ])("%s", (_, policies, verdict) => expect(evaluate(request, policies)).toBe(verdict));
});

describe("references of Terraform's", () => {
  const decryption = (Resource: string) => policyOf({ Effect: "Allow", Action: "kms:Decrypt", Resource });
  const keyPolicy = (AWS: string) => policyOf({ Effect: "Allow", Action: "kms:*", Resource: "*", Principal: { AWS } });
  const root = keyPolicy("arn:aws:iam::111122223333:root");

  test.each([
    ["the same reference is the same text", KEY, "allowed"],
    ["another resource of the plan has another ARN", "${aws_kms_key.other.arn}", "not allowed"],
    ["what a data source finds may be the same", "${data.aws_kms_key.found.arn}", "undecided"],
    ["what depends on its place isn't the same text", "${each.value.arn}", "undecided"],
  ])("%s", (_, resource, verdict) => {
    expect(evaluate(decrypt, { identity: [decryption(resource)], resource: root })).toBe(verdict);
  });

  test("a key lets in only whom its policy names: the role, or its account and the role's own policies", () => {
    const verdict = (resource: Policy, ...identity: Policy[]) => evaluate(decrypt, { identity, resource });
    expect(verdict(policyOf(), decryption(KEY))).toBe("not allowed");
    expect(verdict(root)).toBe("not allowed");
    expect(verdict(root, decryption(KEY))).toBe("allowed");
    expect(verdict(keyPolicy(ROLE))).toBe("allowed");
    expect(verdict(keyPolicy("${aws_iam_role.api_execution.arn}"), decryption(KEY))).toBe("not allowed");
    expect(verdict(keyPolicy("arn:aws:iam::444455556666:root"), decryption(KEY))).toBe("not allowed");
    expect(verdict(new Unknown([]), decryption(KEY))).toBe("undecided");
  });

  test("an account that isn't known leaves it open whether the key is the caller's", () => {
    const by = { kind: "principal", arn: ROLE } as const;
    expect(evaluate({ ...decrypt, by }, { identity: [decryption(KEY)], resource: root })).toBe("undecided");
  });
});

test("NotPrincipal leaves out whom it names, and of a role's session nobody knows", () => {
  const denying = (AWS: string) => policyOf({ Effect: "Deny", Action: "*", Resource: "*", NotPrincipal: { AWS } });
  const verdict = (AWS: string) => evaluate(request, { identity: [allow(SECRET)], resource: denying(AWS) });
  expect(verdict("${aws_iam_role.other.arn}")).toBe("denied");
  expect(verdict("*")).toBe("allowed");
  expect(verdict(ROLE)).toBe("undecided");
});

test("a policy variable takes its default where the key isn't sent, and nothing without one", () => {
  const bare = { ...request, otherKeys: "absent" } as const;
  const verdict = (name: string) =>
    evaluate(bare, { identity: [allow(`arn:aws:secretsmanager:us-east-1:111122223333:secret:${name}`)] });
  expect(verdict("${aws:PrincipalTag/app, 'web'}-AbCdEf")).toBe("allowed");
  expect(verdict("${aws:PrincipalTag/app, 'api'}-AbCdEf")).toBe("not allowed");
  expect(verdict("${aws:PrincipalTag/app}-AbCdEf")).toBe("not allowed");
  expect(verdict("web${*}AbCdEf")).toBe("not allowed");
});

test("whatever the unknown turns out to be, what was decided stays", () => {
  const text = fc.constantFrom("secretsmanager", "ssm", "web-AbCdEf", "api-*", "*", "111122223333", "444455556666");
  const hole = "${var.open}";
  const holed = fc.array(fc.oneof(text, fc.constant(hole)), { minLength: 3, maxLength: 3 });
  const statement = fc.record({
    Effect: fc.constantFrom("Allow", "Deny"),
    Action: fc.constantFrom("secretsmanager:GetSecretValue", "*", "ssm:*"),
    Resource: holed.map(([service, account, name]) => `arn:aws:${service}:us-east-1:${account}:secret:${name}`),
  });
  fc.assert(
    fc.property(fc.array(statement, { minLength: 1, maxLength: 3 }), text, (statements, value) => {
      const before = evaluate(request, { identity: [policyOf(...statements)] });
      const filled = JSON.parse(JSON.stringify(statements).replaceAll(hole, value));
      const after = evaluate(request, { identity: [policyOf(...filled)] });
      const isAllowed = (verdict: string) => verdict === "allowed";
      if (before !== "undecided") expect(isAllowed(after)).toBe(isAllowed(before));
    }),
    { numRuns: 1000 },
  );
});

test("a wildcard doesn't reach over a colon", () => {
  const verdict = (Resource: string) => evaluate(request, { identity: [allow(Resource)] });
  expect(verdict("arn:aws:secretsmanager:*:111122223333:secret:*")).toBe("allowed");
  expect(verdict("arn:aws:secretsmanager:*:secret:web-AbCdEf")).toBe("not allowed");
});
