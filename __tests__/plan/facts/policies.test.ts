import { policyStatements, statementsOf } from "../../../src/plan/facts/policies";
import { Unknown } from "../../../src/plan/value";
import { addressesOf, configured, fixturePlan } from "../../support/plan";

describe.each([["main.tf.json"], ["plan.json"]])("of miniature/%s", (name) => {
  const plan = fixturePlan(`miniature/${name}`);
  const facts = policyStatements(plan);
  const fact = (address: string) => facts.find(({ resource }) => resource.address === address);

  test("each attribute with a policy is one fact, with the roles that it is on", () => {
    expect(
      facts
        .map(({ resource, attribute, kind, roles }) => [resource.address, attribute, kind, ...addressesOf(roles)])
        .sort(),
    ).toEqual([
      ["aws_iam_role.task", "assume_role_policy", "trust", "aws_iam_role.task"],
      ["aws_iam_role_policy.encoded", "policy", "identity", "aws_iam_role.task"],
      ["aws_iam_role_policy.task", "policy", "identity", "aws_iam_role.task"],
      ["aws_s3_bucket_policy.logs", "policy", "resource"],
    ]);
  });

  test("a trust policy says who", () => {
    expect(fact("aws_iam_role.task")?.statements).toMatchObject([
      {
        effect: "Allow",
        actions: ["sts:AssumeRole"],
        principals: [{ type: "Service", values: ["ecs-tasks.amazonaws.com"] }],
      },
    ]);
  });

  test("references stay in the text as written, beside a policy's own variables", () => {
    const [statement] = statementsIn("aws_iam_role_policy.task");
    expect(statement?.resources).toEqual(["${aws_s3_bucket.logs.arn}/${aws:PrincipalTag/team}/*"]);
    expect(addressesOf(plan.referenced([...(statement?.resources ?? [])]))).toEqual(["aws_s3_bucket.logs"]);
  });

  test("what jsonencode and a data source make is read too", () => {
    expect(statementsIn("aws_iam_role_policy.encoded")[0]?.resources).toEqual(["${aws_s3_bucket.logs.arn}"]);
    const [tls] = statementsIn("aws_s3_bucket_policy.logs");
    expect(tls).toMatchObject({
      sid: "TlsOnly",
      effect: "Deny",
      principals: [{ type: "*", values: ["*"] }],
      conditions: [{ operator: "Bool", key: "aws:SecureTransport", values: ["false"] }],
    });
    expect(addressesOf(plan.referenced([...(tls?.resources ?? [])]))).toEqual(["aws_s3_bucket.logs"]);
  });

  function statementsIn(address: string) {
    const statements = fact(address)?.statements;
    return statements === undefined || statements instanceof Unknown ? [] : statements;
  }
});

test("one or a list of is always a list, and * for a principal is anybody", () => {
  const text = JSON.stringify({
    Statement: {
      NotAction: "iam:*",
      NotResource: ["a", "b"],
      Principal: "*",
      NotPrincipal: { AWS: "1" },
      Condition: { Bool: { k: true } },
    },
  });
  expect(statementsOf(text)).toEqual([
    {
      sid: undefined,
      effect: "Allow",
      actions: [],
      notActions: ["iam:*"],
      resources: [],
      notResources: ["a", "b"],
      principals: [{ type: "*", values: ["*"] }],
      notPrincipals: [{ type: "AWS", values: ["1"] }],
      conditions: [{ operator: "Bool", key: "k", values: ["true"] }],
    },
  ]);
});

test("a policy that is known only at apply, or isn't one, has unknown statements", () => {
  const reference = new Unknown([{ address: "var.policy", attribute: "" }], "${var.policy}");
  expect(statementsOf(reference)).toEqual(new Unknown(reference.references));
  expect(statementsOf("not a policy")).toBeInstanceOf(Unknown);
  expect(statementsOf('{"Statement":["not a statement"]}')).toBeInstanceOf(Unknown);
});

test("a policy without statements allows nothing, and that is known", () => {
  expect(statementsOf('{"Statement":[]}')).toEqual([]);
  expect(statementsOf("{}")).toEqual([]);
});

test("a managed policy is on the roles that it is attached to, inline ones on their own", () => {
  const plan = configured({
    aws_iam_policy: { p: { policy: "{}" } },
    aws_iam_role: { a: { inline_policy: [{ policy: "{}" }, { policy: "{}" }] }, b: {} },
    aws_iam_role_policy_attachment: { x: { policy_arn: "${aws_iam_policy.p.arn}", role: "${aws_iam_role.b.name}" } },
    aws_iam_policy_attachment: { y: { policy_arn: "${aws_iam_policy.p.arn}", roles: ["${aws_iam_role.a.name}"] } },
  });
  expect(policyStatements(plan).map(({ resource, roles }) => [resource.address, ...addressesOf(roles)])).toEqual([
    ["aws_iam_policy.p", "aws_iam_role.b", "aws_iam_role.a"],
    ["aws_iam_role.a", "aws_iam_role.a"],
    ["aws_iam_role.a", "aws_iam_role.a"],
  ]);
});
