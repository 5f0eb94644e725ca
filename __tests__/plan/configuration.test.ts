import { readPlan } from "../../src/plan/read";
import { addressesOf, configured, found, shown } from "../support/plan";

const attribute = (resource: object, path: string, further: object = {}) =>
  shown(found(configured({ aws_a: { a: resource }, ...further }), "aws_a.a").get(path));

describe("references", () => {
  test("are resolved to what the configuration says, through any number of resources", () => {
    const others = { aws_b: { b: { name: "${aws_c.c.name}-b" } }, aws_c: { c: { name: "production" } } };
    expect(attribute({ x: "${aws_b.b.name}" }, "x", others)).toBe("production-b");
  });

  test("to what AWS decides are unknown, and name the attribute", () => {
    const plan = configured({ aws_a: { a: { x: ["${aws_b.b.id}", "${aws_b.b}"] } }, aws_b: { b: {} } });
    expect(found(plan, "aws_a.a").get("x")).toEqual([
      expect.objectContaining({ references: [{ address: "aws_b.b", attribute: "id" }] }),
      expect.objectContaining({ references: [{ address: "aws_b.b", attribute: "" }] }),
    ]);
  });

  test("to an unknown attribute name that attribute, not what it comes from in turn", () => {
    const others = { aws_b: { b: { name: "${aws_c.c.id}-b" } } };
    expect(attribute({ x: "${aws_b.b.name}" }, "x", others)).toBe("<${aws_b.b.name}>");
  });

  test("in a circle are unknown", () => {
    expect(attribute({ x: "${aws_b.b.y}" }, "x", { aws_b: { b: { y: "${aws_a.a.x}" } } })).toBe("<${aws_b.b.y}>");
  });

  test("to variables take their default, to local values what they stand for, and lead nowhere without one", () => {
    const further = {
      variable: { v: { default: "v1" }, w: {} },
      locals: { l: "${var.v}-${local.m}", m: "m", n: "${local.n}" },
    };
    const plan = configured(
      { aws_a: { a: { x: "${local.l}", y: "${var.w}", z: "${local.n}", u: "${local.none}" } } },
      further,
    );
    expect(shown(found(plan, "aws_a.a").values)).toEqual({
      x: "v1-m",
      y: "<${var.w}>",
      z: "<${local.n}>",
      u: "<${local.none}>",
    });
  });

  test("to data sources and modules say which", () => {
    expect(attribute({ x: "${data.aws_ami.ecs.id} ${module.vpc.vpc_id}" }, "x")).toBe(
      "<${data.aws_ami.ecs.id} ${module.vpc.vpc_id}>",
    );
  });

  test("lead into blocks", () => {
    const others = { aws_b: { b: { options: [{ name: "n" }], rules: { name: "r" } } } };
    expect(attribute({ x: "${aws_b.b.options[0].name}" }, "x", others)).toBe("n");
    expect(attribute({ x: "${aws_b.b.rules[0].name}" }, "x", others)).toBe("<${aws_b.b.rules[0].name}>");
  });
});

describe("instances", () => {
  test("count makes one for each index, and references find the one they name", () => {
    const plan = configured(
      {
        aws_a: { a: { count: 2, n: "${count.index}" } },
        aws_b: { b: { count: "${length(local.zones)}", n: "${aws_a.a[count.index].n}", ids: "${aws_a.a[*].id}" } },
      },
      { locals: { zones: ["x", "y"] } },
    );
    expect(addressesOf(plan.resources("aws_a"))).toEqual(["aws_a.a[0]", "aws_a.a[1]"]);
    expect(found(plan, "aws_b.b[1]").get("n")).toBe(1);
    expect(shown(found(plan, "aws_b.b[1]").get("ids"))).toEqual(["<${aws_a.a[0].id}>", "<${aws_a.a[1].id}>"]);
  });

  test("for_each makes one for each key of a map or element of a set", () => {
    const plan = configured({
      aws_a: { a: { for_each: { web: 80, api: 90 }, port: "${each.value}", name: "x-${each.key}" } },
      aws_b: { b: { for_each: '${toset(["web"])}', port: "${aws_a.a[each.key].port}" } },
    });
    expect(plan.resources().map(({ address, values }) => [address, values])).toEqual([
      ['aws_a.a["web"]', { port: 80, name: "x-web" }],
      ['aws_a.a["api"]', { port: 90, name: "x-api" }],
      ['aws_b.b["web"]', { port: 80 }],
    ]);
  });

  test("no instance is there for a count of zero", () => {
    expect(configured({ aws_a: { a: { count: 0 } } }).resources()).toEqual([]);
  });

  test.each([
    ["count", "count.index"],
    ["for_each", "each.key"],
  ])("where %s is known only at apply, one stands for all", (argument, name) => {
    const body = { [argument]: "${aws_b.b.many}", x: `\${${name}}`, y: "known" };
    const plan = configured({ aws_a: { a: body }, aws_b: { b: {} } });
    expect(addressesOf(plan.resources("aws_a"))).toEqual(["aws_a.a"]);
    expect(shown(found(plan, "aws_a.a").values)).toEqual({ x: `<\${${name}}>`, y: "known" });
    expect(addressesOf(plan.referenced(found(plan, "aws_a.a").get("x")))).toEqual(["aws_b.b"]);
  });

  test("dynamic blocks stand beside written ones, and one for all where their number isn't known", () => {
    const rule = { content: { port: "${r.value}" }, iterator: "r" };
    const blocks = (forEach: unknown) =>
      found(
        configured({ aws_a: { a: { rule: { port: 1 }, dynamic: { rule: { ...rule, for_each: forEach } } } } }),
        "aws_a.a",
      )
        .blocks("rule")
        .map((block) => shown(block.values));
    expect(blocks([2, 3])).toEqual([{ port: 1 }, { port: 2 }, { port: 3 }]);
    expect(blocks("${var.ports}")).toEqual([{ port: 1 }, { port: "<${r.value}>" }]);
  });
});

test("lifecycle and depends_on are Terraform's, not values; nor are CDKTF's comments", () => {
  const plan = configured({
    aws_a: {
      a: {
        "//": { metadata: {} },
        name: "x",
        block: { "//": "y", on: true },
        depends_on: ["aws_b.b"],
        lifecycle: [{ prevent_destroy: true, create_before_destroy: "true", ignore_changes: "all" }],
      },
    },
    aws_b: { b: {} },
  });
  expect(found(plan, "aws_a.a")).toMatchObject({
    values: { name: "x", block: { on: true } },
    dependsOn: ["aws_b.b"],
    dependencies: ["aws_b.b"],
    lifecycle: { preventDestroy: true, createBeforeDestroy: true, ignoreChanges: ["all"] },
  });
  expect(found(plan, "aws_b.b").lifecycle).toEqual({
    preventDestroy: false,
    createBeforeDestroy: false,
    ignoreChanges: [],
  });
});

test("a list may stand wherever an object may", () => {
  const plan = readPlan({
    resource: [{ aws_a: [{ a: [{ x: 1 }] }] }],
    terraform: [{ backend: [{ s3: [{ bucket: "b" }] }] }],
  });
  expect(found(plan, "aws_a.a").get("x")).toBe(1);
  expect(plan.backend).toEqual({ type: "s3", settings: { bucket: "b" } });
});

test("without a backend the state is kept on the disk; HCP Terraform is one of its own", () => {
  expect(configured({}).backend).toEqual({ type: "local", settings: {} });
  expect(configured({}, { terraform: { cloud: { organization: "o" } } }).backend).toEqual({
    type: "cloud",
    settings: { organization: "o" },
  });
});

test("providers, their aliases and moves are there, and default tags say whether it is disposable", () => {
  const provider = (disposable: string) => ({
    aws: [
      { region: "eu-west-1", default_tags: [{ tags: { Disposable: disposable } }] },
      { alias: "dns", region: "${var.region}" },
    ],
  });
  const further = {
    provider: provider("true"),
    variable: { region: { default: "us-east-1" } },
    moved: { from: "aws_a.b", to: "aws_a.a" },
  };
  const plan = configured({}, further);
  expect(plan.providers.map(({ name, settings }) => [name, settings.get("alias"), settings.get("region")])).toEqual([
    ["aws", undefined, "eu-west-1"],
    ["aws", "dns", "us-east-1"],
  ]);
  expect(plan.moves).toEqual([{ from: "aws_a.b", to: "aws_a.a" }]);
  expect([plan.disposable, configured({}, { provider: provider("false") }).disposable]).toEqual([true, false]);
});

test("a policy document of a data source is its JSON text", () => {
  const data = {
    aws_iam_policy_document: {
      base: { statement: { sid: "Base", actions: ["s3:GetObject"], resources: ["*"] } },
      policy: {
        source_policy_documents: ["${data.aws_iam_policy_document.base.json}"],
        statement: [
          {
            effect: "Deny",
            not_actions: ["iam:*"],
            resources: ["${aws_b.b.arn}/*"],
            principals: [
              { type: "AWS", identifiers: ["1"] },
              { type: "AWS", identifiers: ["2"] },
            ],
            condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
          },
        ],
      },
      merged: { override_policy_documents: ["${data.aws_iam_policy_document.base.json}"] },
    },
  };
  const plan = configured(
    {
      aws_a: {
        a: {
          policy: "${data.aws_iam_policy_document.policy.json}",
          merged: "${data.aws_iam_policy_document.merged.json}",
        },
      },
      aws_b: { b: {} },
    },
    { data },
  );
  const policy = found(plan, "aws_a.a").get("policy");
  expect(JSON.parse(String(shown(policy)).slice(1, -1))).toEqual({
    Version: "2012-10-17",
    Statement: [
      { Sid: "Base", Effect: "Allow", Action: ["s3:GetObject"], Resource: ["*"] },
      {
        Effect: "Deny",
        NotAction: ["iam:*"],
        Resource: ["${aws_b.b.arn}/*"],
        Principal: { AWS: ["1", "2"] },
        Condition: { Bool: { "aws:SecureTransport": ["false"] } },
      },
    ],
  });
  expect(addressesOf(plan.referenced(policy))).toEqual(["aws_b.b"]);
  expect(JSON.parse(String(found(plan, "aws_a.a").get("merged")))).toMatchObject({
    Statement: [{ Sid: "Base", Effect: "Allow" }],
  });
});

describe("statements of policy documents that are merged", () => {
  const statement = (sid: string, action: string) => ({ sid, actions: [action], resources: ["*"] });
  const merged = (document: object) => {
    const data = {
      aws_iam_policy_document: {
        first: { statement: [statement("A", "a:1"), statement("B", "b:1"), { actions: ["c:1"], resources: ["*"] }] },
        second: { statement: [statement("B", "b:2"), { actions: ["c:2"], resources: ["*"] }] },
        unknown: { statement: [statement("${aws_b.b.id}", "u:1")] },
        merged: document,
      },
    };
    const resource = { aws_a: { a: { policy: "${data.aws_iam_policy_document.merged.json}" } }, aws_b: { b: {} } };
    const policy = found(configured(resource, { data }), "aws_a.a").get("policy");
    if (typeof policy !== "string") return shown(policy);
    const { Statement }: { Statement: { Action: string[] }[] } = JSON.parse(policy);
    return Statement.flatMap(({ Action }) => Action);
  };
  const json = (name: string) => `\${data.aws_iam_policy_document.${name}.json}`;

  test("take the place of earlier ones with their Sid; those without one are added", () => {
    const own = [statement("A", "a:own"), { actions: ["c:own"], resources: ["*"] }];
    expect(merged({ source_policy_documents: [json("first")], statement: own })).toEqual([
      "a:own",
      "b:1",
      "c:1",
      "c:own",
    ]);
    expect(merged({ statement: own, source_json: json("first"), override_policy_documents: [json("second")] })).toEqual(
      ["a:own", "b:2", "c:1", "c:own", "c:2"],
    );
    expect(merged({ statement: own, override_json: json("first") })).toEqual(["a:1", "c:own", "b:1", "c:1"]);
  });

  test("aren't known where a document or a Sid isn't", () => {
    const unknown = "<${data.aws_iam_policy_document.merged.json}>";
    expect(merged({ override_policy_documents: ["${var.more}"], statement: [] })).toBe(unknown);
    expect(merged({ source_policy_documents: [json("unknown")], statement: [] })).toBe(unknown);
  });
});
