import { readPlan } from "../../src/plan/read";
import { addressesOf, fixtureDocument, fixturePlan, found, shown } from "../support/plan";

const plan = fixturePlan("modules/plan.json");
const get = (address: string, path: string) => found(plan, address).get(path);
const sources = (address: string, path: string) => addressesOf(plan.referenced(get(address, path)));

test("resources of all modules are there, data sources aren't", () => {
  expect(plan.resources()).toHaveLength(28);
  expect(addressesOf(plan.resources("aws_lb"))).toEqual([
    'module.service["api"].aws_lb.this',
    'module.service["web"].aws_lb.this',
  ]);
});

test("what is known is known, whatever the expression", () => {
  expect(get('module.service["web"].aws_security_group_rule.in[1]', "from_port")).toBe(81);
  expect(get("aws_iam_role_policy.r", "role")).toBe("r-v1");
});

describe("what is known only at apply is traced", () => {
  test("to an attribute of a resource beside it", () => {
    expect(get("aws_s3_bucket_public_access_block.b", "bucket")).toMatchObject({
      references: [{ address: "aws_s3_bucket.b", attribute: "id" }],
    });
  });

  test("through inputs of a module and outputs of another", () => {
    expect(sources('module.service["api"].aws_security_group.this', "vpc_id")).toEqual([
      "module.network.aws_vpc.this[0]",
    ]);
    expect(sources('module.service["api"].aws_lb.this', "subnets")).toEqual([
      'module.network.aws_subnet.private["eu-west-1a"]',
      'module.network.aws_subnet.private["eu-west-1b"]',
    ]);
  });

  test("to the instance of a module that an output is taken from", () => {
    const rules = found(plan, "aws_security_group.alb").blocks("ingress");
    expect(rules.map((rule) => addressesOf(plan.referenced(rule.get("security_groups"))))).toEqual([
      [],
      ['module.service["web"].aws_security_group.this'],
    ]);
  });

  test("to the instance of the same key, where for_each or count are over the same", () => {
    const association = 'module.network.aws_route_table_association.private["eu-west-1b"]';
    expect(sources(association, "subnet_id")).toEqual(['module.network.aws_subnet.private["eu-west-1b"]']);
    expect(sources('module.network.aws_route_table.private["eu-west-1a"]', "route.nat_gateway_id")).toEqual([
      'module.network.aws_nat_gateway.this["eu-west-1a"]',
    ]);
  });

  test("as far as a local value, which Terraform leaves out", () => {
    expect(shown(get("aws_security_group.alb", "vpc_id"))).toBe("<local.vpc_id>");
  });
});

test("what no expression says is left to the provider: not set", () => {
  expect(get("aws_s3_bucket.b", "arn")).toBeUndefined();
  expect(get("aws_launch_template.lt", "metadata_options.http_endpoint")).toBeUndefined();
  expect(get("aws_launch_template.lt", "metadata_options.http_tokens")).toBe("required");
});

test("what a dynamic block says is known only at apply, and nothing says where it comes from", () => {
  expect(shown(get("aws_security_group.alb", "egress.security_groups"))).toBe("<dynamic.egress>");
});

test("a policy document of a data source is its JSON text, what isn't known of it named by the data source", () => {
  const policy = get("aws_s3_bucket_policy.b", "policy");
  expect(JSON.parse(String(shown(policy)).slice(1, -1)).Statement).toEqual([
    {
      Effect: "Deny",
      Action: ["s3:*"],
      Principal: { "*": ["*"] },
      Condition: { Bool: { "aws:SecureTransport": ["false"] } },
      Resource: [0, 1].map((index) => `\${data.aws_iam_policy_document.tls.statement[0].resources[${index}]}`),
    },
  ]);
  expect(addressesOf(plan.referenced(policy))).toEqual(["aws_s3_bucket.b"]);
});

test("lifecycles, the backend and moves aren't said; the provider's default tags are", () => {
  expect(found(plan, "aws_s3_bucket_policy.b").lifecycle).toBeUndefined();
  expect([plan.backend, plan.moves]).toEqual([undefined, []]);
  expect(plan.disposable).toBe(true);
});

test("dependencies are full addresses, through modules", () => {
  expect(found(plan, "aws_iam_role_policy.r").dependencies).toEqual(["aws_s3_bucket.b", "aws_iam_role.r"]);
  expect(found(plan, 'module.service["web"].aws_lb.this').dependencies).toEqual([
    'module.service["web"].aws_security_group.this',
    "module.network.aws_subnet.private",
  ]);
});

describe("a block of a set", () => {
  const blocks = (unknown: readonly object[], planned: readonly object[], written: readonly object[]) => {
    const document = {
      format_version: "1.2",
      planned_values: {
        root_module: {
          resources: [{ address: "aws_a.a", mode: "managed", type: "aws_a", name: "a", values: { rule: planned } }],
        },
      },
      resource_changes: [{ address: "aws_a.a", change: { after_unknown: { rule: unknown } } }],
      configuration: { root_module: { resources: [{ address: "aws_a.a", expressions: { rule: written } }] } },
    };
    return found(readPlan(document), "aws_a.a")
      .blocks("rule")
      .map((block) => shown(block.values));
  };
  const constant = (value: unknown) => ({ constant_value: value });
  const reference = (name: string) => ({ references: [`${name}.id`, name] });

  test("is told by what is known of it, in whatever order the plan has them", () => {
    expect(
      blocks(
        [{ target: true }, { target: true }],
        [{ port: 443 }, { port: 80 }],
        [
          { port: constant("80"), target: reference("aws_b.http") },
          { port: constant(443), target: reference("aws_b.https") },
        ],
      ),
    ).toEqual([
      { port: 443, target: "<aws_b.https.id>" },
      { port: 80, target: "<aws_b.http.id>" },
    ]);
  });

  test("that no written one is like is known only at apply", () => {
    expect(
      blocks([{ target: true }], [{ port: 443 }], [{ port: constant(80), target: reference("aws_b.http") }]),
    ).toEqual([{ port: 443, target: "<dynamic.rule>" }]);
  });
});

test("a module that calls itself in a circle is read", () => {
  const document = structuredClone(fixtureDocument("modules/plan.json")) as {
    configuration: { root_module: { module_calls: { network: { expressions: object } } } };
  };
  document.configuration.root_module.module_calls.network.expressions = {
    zones: { references: ["module.network.vpc_id"] },
  };
  expect(readPlan(document).resources()).toHaveLength(28);
});

test("a module's index that Terraform wouldn't write is none", () => {
  const resources = [{ address: "module.m[x].aws_a.a", mode: "managed", type: "aws_a", name: "a", values: { x: 1 } }];
  const root_module = { child_modules: [{ address: "module.m[x]", resources }] };
  expect(readPlan({ format_version: "1.2", planned_values: { root_module } }).resources()).toHaveLength(1);
});
