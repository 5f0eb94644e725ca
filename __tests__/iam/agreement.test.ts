import { anonymousPrincipal, runSimulation } from "@cloud-copilot/iam-simulate";
import fc from "fast-check";
import { evaluate, type Policy, type Verdict } from "../../src/iam/evaluate";
import type { Request } from "../../src/iam/request";
import { statementsOf } from "../../src/plan/facts/policies";
import { Unknown } from "../../src/plan/value";
import type { PolicyDocument, PolicyStatement } from "../support/iam/policy";

/** Random requests and policies of few names, so that what is asked for is often what is allowed. */
const ACCOUNT = "111122223333";
const OTHER = "444455556666";
const role = (account: string) => `arn:aws:iam::${account}:role/execution`;
const session = (account: string) => `arn:aws:sts::${account}:assumed-role/execution/task`;

/** Actions with a resource that they take, its owner aside. */
const ASKED: readonly (readonly [action: string, resourceOf: (account: string) => string])[] = [
  ["ssm:GetParameters", (account) => `arn:aws:ssm:us-east-1:${account}:parameter/production/web/url`],
  ["secretsmanager:GetSecretValue", (account) => `arn:aws:secretsmanager:us-east-1:${account}:secret:web-AbCdEf`],
  ["kms:Decrypt", (account) => `arn:aws:kms:us-east-1:${account}:key/00000000-0000-4000-8000-000000000000`],
  ["ecr:BatchGetImage", (account) => `arn:aws:ecr:us-east-1:${account}:repository/web`],
  ["logs:PutLogEvents", (account) => `arn:aws:logs:us-east-1:${account}:log-group:web:log-stream:web/web/1`],
  ["s3:GetObject", () => "arn:aws:s3:::layers/production/web"],
];

/** Patterns made of a text: itself, and with some of it left open. */
const patternOf = (text: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(text) },
    fc.nat(text.length).map((at) => `${text.slice(0, at)}*`),
    fc.tuple(fc.nat(text.length), fc.nat(4)).map(([at, n]) => `${text.slice(0, at)}*${text.slice(at + n)}`),
    fc.nat(text.length - 1).map((at) => `${text.slice(0, at)}?${text.slice(at + 1)}`),
  );

/** What IAM makes of ARNs with fewer colons, or of a wildcard in the kind of a resource, isn't documented. */
const arnPattern = (arn: string) => {
  const [, partition, service, region, account, ...rest] = arn.split(":");
  const [, kind = "", name = ""] =
    /^((?:parameter|secret|key|repository|log-group)[:/])?(.*)$/.exec(rest.join(":")) ?? [];
  const part = (text = "") =>
    fc.oneof({ weight: 5, arbitrary: fc.constant(text) }, fc.constant(text === "" ? text : "*"));
  const what = fc.oneof({ weight: 9, arbitrary: patternOf(name).map((text) => kind + text) }, fc.constant("*"));
  return fc.tuple(part(region), part(account), what).map((parts) => ["arn", partition, service, ...parts].join(":"));
};

const KEYS: { readonly [key: string]: readonly string[] } = {
  "aws:PrincipalTag/team": ["web", "api", "Web"],
  "aws:RequestedRegion": ["us-east-1", "eu-west-1"],
  "aws:SecureTransport": ["true", "false"],
  "aws:SourceIp": ["10.20.1.7", "10.30.0.1", "192.0.2.1"],
  "aws:PrincipalArn": [role(ACCOUNT), role(OTHER), "arn:aws:iam::111122223333:role/other"],
  "aws:MultiFactorAuthAge": ["5", "60", "3600"],
  "aws:CurrentTime": ["2026-01-01T00:00:00Z", "2027-06-30T12:00:00Z"],
  "aws:TagKeys": ["team", "stage", "cost"],
};
const LISTS = ["aws:TagKeys"];

const CONDITIONS: { readonly [key: string]: readonly [operators: readonly string[], values: readonly string[]] } = {
  "aws:PrincipalTag/team": [
    [
      "StringEquals",
      "StringNotEquals",
      "StringLike",
      "StringNotLike",
      "StringEqualsIgnoreCase",
      "StringNotEqualsIgnoreCase",
    ],
    ["web", "api", "w*", "?pi", "*", "${aws:PrincipalTag/team}", "${*}"],
  ],
  "aws:RequestedRegion": [
    ["StringEquals", "StringNotEquals"],
    ["us-east-1", "eu-west-1", "us-*"],
  ],
  "aws:SecureTransport": [["Bool"], ["true", "false", "True"]],
  // iam-simulate takes 0.0.0.0/0 for no address at all.
  "aws:SourceIp": [
    ["IpAddress", "NotIpAddress"],
    ["10.20.0.0/16", "192.0.2.1/32", "0.0.0.0/1", "10.30.0.1"],
  ],
  "aws:PrincipalArn": [
    ["ArnLike", "ArnEquals", "ArnNotLike", "ArnNotEquals", "StringLike"],
    [role(ACCOUNT), "arn:aws:iam::*:role/execution", "arn:aws:iam::111122223333:role/*", "arn:*:*:*:*:*"],
  ],
  "aws:MultiFactorAuthAge": [
    ["LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals", "Equals", "NotEquals"].map(
      (name) => `Numeric${name}`,
    ),
    ["5", "60", "100"],
  ],
  "aws:CurrentTime": [
    ["LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals", "Equals", "NotEquals"].map(
      (name) => `Date${name}`,
    ),
    ["2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"],
  ],
  "aws:TagKeys": [
    ["ForAllValues:StringEquals", "ForAnyValue:StringEquals", "ForAnyValue:StringLike", "ForAllValues:StringNotEquals"],
    ["team", "stage", "t*"],
  ],
};

const condition = fc.constantFrom(...Object.keys(CONDITIONS)).chain((key) => {
  const [operators = [], values = []] = CONDITIONS[key] ?? [];
  const real = fc.record({
    operator: fc.constantFrom(...operators),
    // IAM doesn't say what a set operator with it is of a key that isn't there.
    ifExists: LISTS.includes(key) ? fc.constant("") : fc.constantFrom("", "", "IfExists"),
    values: fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }),
  });
  const none = fc.record({
    operator: fc.constant("Null"),
    ifExists: fc.constant(""),
    values: fc.constantFrom(["true"], ["false"]),
  });
  return fc
    .oneof({ weight: 5, arbitrary: real }, none)
    .map(({ operator, ifExists, values }) => ({ [`${operator}${ifExists}`]: { [key]: values } }));
});

const several = <Value>(value: fc.Arbitrary<Value>) => fc.array(value, { minLength: 1, maxLength: 3 });
const either = <Key extends string, Value>(weight: number, key: Key, notKey: string, value: fc.Arbitrary<Value>) =>
  fc.oneof(
    { weight, arbitrary: value.map((chosen) => ({ [key]: chosen })) },
    { weight: 1, arbitrary: value.map((chosen) => ({ [notKey]: chosen })) },
  );

const effect = fc.oneof({ weight: 5, arbitrary: fc.constant("Allow" as const) }, fc.constant("Deny" as const));
const actions = several(
  fc.constantFrom(...ASKED.map(([action]) => action), "*", "*", "*").chain((action) => {
    const [service, name = "*"] = action.split(":");
    return action === "*" ? fc.constant("*") : patternOf(name).map((pattern) => `${service}:${pattern}`);
  }),
);
const resources = several(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant("*") },
    ...ASKED.flatMap(([, resourceOf]) => [ACCOUNT, OTHER].map((account) => arnPattern(resourceOf(account)))),
    fc.constant("arn:aws:s3:::layers/production/${aws:PrincipalTag/team}"),
  ),
);
const principals = fc.oneof(
  fc.constant("*"),
  several(
    fc.constantFrom(
      ...[ACCOUNT, OTHER].flatMap((account) => [
        account,
        `arn:aws:iam::${account}:root`,
        role(account),
        session(account),
      ]),
      "arn:aws:iam::111122223333:role/other",
    ),
  ).map((AWS) => ({ AWS })),
  fc.constant({ Service: ["ecs-tasks.amazonaws.com"] }),
);

const statement = (more: fc.Arbitrary<object>): fc.Arbitrary<PolicyStatement> =>
  fc
    .tuple(
      effect.map((Effect) => ({ Effect })),
      either(9, "Action", "NotAction", actions),
      either(9, "Resource", "NotResource", resources),
      fc.oneof(
        { weight: 2, arbitrary: fc.constant({}) },
        condition.map((Condition) => ({ Condition })),
      ),
      more,
    )
    .map((parts) => Object.assign({}, ...parts) as PolicyStatement);

const policy = (more: fc.Arbitrary<object> = fc.constant({})): fc.Arbitrary<PolicyDocument> =>
  fc.array(statement(more), { minLength: 1, maxLength: 3 }).map((Statement) => ({ Version: "2012-10-17", Statement }));
/** Rarely such a policy, and else one that is about everything. */
const wide = fc.constant<PolicyDocument>({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

const someContext = fc
  .tuple(
    ...Object.entries(KEYS).map(([key, values]) =>
      fc.option(
        LISTS.includes(key)
          ? fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 })
          : fc.constantFrom(...values).map((value) => [value]),
        { nil: undefined },
      ),
    ),
  )
  .map((chosen) =>
    Object.fromEntries(
      Object.keys(KEYS).flatMap((key, index): [string, string[]][] => {
        const values = chosen[index];
        return values === undefined ? [] : [[key, values]];
      }),
    ),
  );

const scene = fc.record({
  asked: fc.constantFrom(...ASKED),
  account: fc.oneof({ weight: 4, arbitrary: fc.constant(ACCOUNT) }, fc.constant(OTHER)),
  by: fc.constantFrom("session", "session", "session", "service", "anonymous"),
  context: someContext,
  identity: fc.array(fc.oneof({ weight: 4, arbitrary: policy() }, wide), { minLength: 1, maxLength: 2 }),
  boundary: fc.option(fc.oneof(policy(), wide), { freq: 2, nil: undefined }),
  resource: fc.option(policy(principals.map((Principal) => ({ Principal }))), { freq: 3, nil: undefined }),
  endpoint: fc.option(policy(fc.constant({ Principal: "*" })), { freq: 1, nil: undefined }),
});
type Scene = typeof scene extends fc.Arbitrary<infer Value> ? Value : never;

const SERVICE = "ecs-tasks.amazonaws.com";

async function simulated({
  asked,
  account,
  by,
  context,
  identity,
  boundary,
  resource,
  endpoint,
}: Scene): Promise<Verdict> {
  const [action, resourceOf] = asked;
  const named = (policies: readonly PolicyDocument[]) =>
    policies.map((document, index) => ({ name: String(index), policy: structuredClone(document) }));
  const answer = await runSimulation(
    {
      request: {
        principal: by === "service" ? SERVICE : by === "anonymous" ? anonymousPrincipal : session(ACCOUNT),
        action,
        resource: { resource: resourceOf(account), accountId: account },
        contextVariables: Object.fromEntries(
          Object.entries(context).map(([key, values]) => [key, LISTS.includes(key) ? [...values] : String(values[0])]),
        ),
      },
      identityPolicies: by === "session" ? named(identity) : [],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      ...(resource === undefined ? {} : { resourcePolicy: resource }),
      ...(boundary === undefined || by !== "session" ? {} : { permissionBoundaryPolicies: named([boundary]) }),
      ...(endpoint === undefined ? {} : { vpcEndpointPolicies: named([endpoint]) }),
    },
    {},
  );
  if (answer.resultType !== "single") throw new Error(JSON.stringify(answer));
  return ({ Allowed: "allowed", ImplicitlyDenied: "not allowed", ExplicitlyDenied: "denied" } as const)[
    answer.overallResult
  ];
}

/** The same asked of our evaluator. */
function evaluated({ asked, account, by, context, identity, boundary, resource, endpoint }: Scene): Verdict {
  const [action, resourceOf] = asked;
  const request: Request = {
    by:
      by === "service"
        ? { kind: "service", name: SERVICE }
        : by === "anonymous"
          ? { kind: "anonymous" }
          : { kind: "principal", arn: role(ACCOUNT), session: session(ACCOUNT), account: ACCOUNT },
    action,
    resource: resourceOf(account),
    resourceAccount: account,
    context: new Map(Object.entries(context).map(([key, values]) => [key.toLowerCase(), values])),
    otherKeys: "absent",
  };
  return evaluate(request, {
    identity: by === "session" ? identity.map(parsed) : [],
    ...(boundary === undefined || by !== "session" ? {} : { boundary: parsed(boundary) }),
    ...(resource === undefined ? {} : { resource: parsed(resource) }),
    ...(endpoint === undefined ? {} : { endpoint: parsed(endpoint) }),
  });
}

function parsed(document: PolicyDocument): Policy {
  const statements = statementsOf(JSON.stringify(document));
  if (statements instanceof Unknown) throw new Error("not a policy");
  return statements;
}

const lacksTag = ({ context, ...rest }: Scene) =>
  !("aws:PrincipalTag/team" in context) && JSON.stringify(rest).includes("${aws:PrincipalTag/team}");

test("on random policies and requests it says what iam-simulate says", async () => {
  const seen = new Map<Verdict, number>();
  await fc.assert(
    fc.asyncProperty(scene, async (random) => {
      const expected = await simulated(random);
      seen.set(expected, (seen.get(expected) ?? 0) + 1);
      const found = evaluated(random);
      // What differs from a variable without a value: IAM's own pages say two things about it.
      if (!lacksTag(random)) expect(found).toBe(expected);
      else if (found !== "undecided") expect(found === "allowed").toBe(expected === "allowed");
    }),
    { numRuns: 3000 },
  );
  // Else it would prove little.
  for (const verdict of ["allowed", "denied", "not allowed"] as const) {
    expect(seen.get(verdict)).toBeGreaterThan(200);
  }
}, 120_000);

test("on every operator, with every value, it says what iam-simulate says", async () => {
  const cases = Object.entries(CONDITIONS).flatMap(([key, [operators, values]]) =>
    operators.flatMap((operator) =>
      values.flatMap((value) => [undefined, ...(KEYS[key] ?? [])].map((actual) => ({ key, operator, value, actual }))),
    ),
  );
  expect(cases.length).toBeGreaterThan(400);
  for (const { key, operator, value, actual } of cases) {
    const Condition = { [operator]: { [key]: [value] } };
    const random: Scene = {
      ...{ asked: ASKED[0] as Scene["asked"], account: ACCOUNT, by: "session" },
      context: actual === undefined ? {} : { [key]: [actual] },
      identity: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*", Condition }] }],
      ...{ boundary: undefined, resource: undefined, endpoint: undefined },
    };
    if (!lacksTag(random))
      expect([Condition, actual, evaluated(random)]).toEqual([Condition, actual, await simulated(random)]);
  }
});
