import { environmentSchema } from "../../../src/environments/schema";
import { type Statement, statementsOf } from "../../../src/plan/facts/policies";
import { Unknown } from "../../../src/plan/value";
import { ARNS } from "../../../src/platform/terraform-access/arns";
import type { SynthesizedResource } from "../../../src/platform/terraform-access/grant";
import { mergeGrants } from "../../../src/platform/terraform-access/merge";
import { neededActions, needsOf, stackNeeds, synthesizedResources } from "../../../src/platform/terraform-access/needs";
import { MANAGED_POLICY_CHARACTERS, packStatements } from "../../../src/platform/terraform-access/pack";
import { Scope } from "../../../src/platform/terraform-access/scope";
import { shortened } from "../../../src/platform/terraform-access/shorten";
import { buildApp } from "../../../src/stacks/synthesize";
import { documentsOf } from "../../../src/stacks/validation";
import { environmentWith, stackProps } from "../../support/stack";
import { synthesized } from "../../support/synthesized";
import type { TerraformDocument } from "../../support/terraform-json";

const ENVIRONMENTS = ["production", "staging", "demo"];
const environment = environmentWith();
const platform = synthesizedResources(synthesized("production").get("production-platform"));
const scope = new Scope(environment, platform);

/** Policies that a role of Terraform's has, as text, by their address. */
function policiesOf(document: TerraformDocument, role: "plan" | "apply"): ReadonlyMap<string, string> {
  const attachments = Object.values(document.resource.aws_iam_role_policy_attachment ?? {});
  const attached = attachments
    .filter(({ role: named }) => String(named).includes(`terraform_${role}.`))
    .map(({ policy_arn }) => String(policy_arn).split(".")[1] ?? "");
  const managed = attached.map((name) => [name, String(document.resource.aws_iam_policy?.[name]?.policy)] as const);
  const own = String(document.resource.aws_iam_role_policy?.[`terraform_${role}`]?.policy);
  return new Map([...managed, ["own", own]]);
}

const stateOf = (name: string) => synthesized(name).get(`${name}-state`) as TerraformDocument;

const statementsIn = (policies: Iterable<string>): readonly Statement[] =>
  [...policies].flatMap((policy) => {
    const statements = statementsOf(policy);
    return statements instanceof Unknown ? [] : statements;
  });

const allowedActions = (policies: Iterable<string>) =>
  statementsIn(policies)
    .filter(({ effect }) => effect === "Allow")
    .flatMap(({ actions }) => actions);

describe.each(ENVIRONMENTS)("%s", (name) => {
  const state = stateOf(name);

  test("every type of the platform and of the state is in the table", () => {
    for (const document of synthesized(name).values()) {
      for (const resource of synthesizedResources(document)) {
        expect(Object.keys(needsOf(resource, scope)).length).toBeGreaterThan(0);
      }
    }
  });

  test("policies are within AWS's limits", () => {
    for (const role of ["plan", "apply"] as const) {
      const policies = policiesOf(state, role);
      expect(policies.size - 1).toBeLessThanOrEqual(10);
      for (const [policy, text] of policies) {
        // References become ARNs, of which a key's is the longest.
        const length = text.replaceAll(/\$\{[^}]*\}/g, "x".repeat(100)).length;
        expect([policy, length <= (policy === "own" ? 10_240 : MANAGED_POLICY_CHARACTERS)]).toEqual([policy, true]);
      }
    }
  });

  test("nothing is allowed as a whole, and the plan role changes nothing", () => {
    const plan = allowedActions(policiesOf(state, "plan").values());
    const apply = allowedActions(policiesOf(state, "apply").values());
    expect([...plan, ...apply].filter((action) => /^\*|:\*$/.test(String(action)))).toEqual([]);
    const writes = plan.filter(
      (action) => !/:(Get|List|Describe|Head|Lookup|Query|BatchGet|Validate)/.test(String(action)),
    );
    // The locks, and the key that they and the state are under.
    expect([...new Set(writes)].sort()).toEqual([
      "dynamodb:DeleteItem",
      "dynamodb:PutItem",
      "kms:Decrypt",
      "kms:Encrypt",
      "kms:GenerateDataKey",
      "s3:DeleteObject",
      "s3:PutObject",
    ]);
  });

  test("roles are passed by their ARNs, each to the service that takes it", () => {
    const roles = Object.values(
      (synthesized(name).get(`${name}-platform`) as TerraformDocument).resource.aws_iam_role ?? {},
    ).map((role) => `arn:aws:iam::000000000000:role/${role.name}`);
    const statements = statementsIn(policiesOf(state, "apply").values());
    const passing = statements.filter(({ actions }) => actions.includes("iam:PassRole"));
    expect(passing.length).toBeGreaterThan(0);
    for (const { resources, conditions } of passing) {
      expect(resources.filter((resource) => !roles.includes(String(resource)))).toEqual([]);
      expect(conditions.map(({ key }) => key)).toContain("iam:PassedToService");
    }
  });
});

describe("what the roles are derived from", () => {
  test("each grant comes from a resource: without a type, what only it needs is gone", () => {
    const actions = (resources: readonly SynthesizedResource[]) => {
      const { read, write } = stackNeeds(resources, scope);
      return new Set([...read, ...write].flatMap((grant) => grant.actions));
    };
    const all = actions(platform);
    expect(all.has("wafv2:CreateWebACL")).toBe(true);
    const without = actions(platform.filter(({ type }) => !type.startsWith("aws_wafv2_")));
    expect([...without].filter((action) => action.startsWith("wafv2:"))).toEqual([]);
    expect(actions([]).size).toBe(0);
  });

  test("what is under prevent_destroy isn't ended by the apply role", () => {
    const { write, destroyProtected } = stackNeeds(platform, scope);
    const allows = (grants: typeof write, action: string) => grants.some(({ actions }) => actions.includes(action));
    expect([allows(write, "ecs:DeleteCluster"), allows(destroyProtected, "ecs:DeleteCluster")]).toEqual([false, true]);
    const demo = synthesizedResources(synthesized("demo").get("demo-platform"));
    expect(allows(stackNeeds(demo, new Scope(environment, demo)).write, "ecs:DeleteCluster")).toBe(true);
  });

  test("the actions of one resource are listed by step", () => {
    const [cluster] = platform.filter(({ type }) => type === "aws_ecs_cluster");
    if (cluster === undefined) throw new Error("production has a cluster");
    const actions = neededActions(cluster, scope);
    expect(actions.create).toContain("ecs:CreateCluster");
    expect(actions.read).toContain("ecs:DescribeClusters");
    expect(actions.delete).toEqual(["ecs:DeleteCluster"]);
  });

  test("a type that the table doesn't know is refused by its name", () => {
    const stranger = { address: "aws_lambda_function.jobs", type: "aws_lambda_function", body: {} };
    expect(() => needsOf(stranger, scope)).toThrow(/aws_lambda_function\.jobs.*aws_lambda_function/s);
  });

  test("twenty services are within the limits, and the same each time", () => {
    const [web] = environment.services;
    if (web === undefined) throw new Error("production has services");
    const services = Array.from({ length: 20 }, (_, index) => ({
      ...web,
      name: `service-${index}`,
      routing: { ...web.routing, priority: 100 + index },
    }));
    const large = environmentSchema.parse({ ...environment, services });
    const texts = [1, 2].map(() => {
      const app = buildApp({
        environments: [{ environment: large, backend: stackProps(large).backend }],
        mode: "offline",
      });
      return JSON.stringify(documentsOf(app).get("production-state"));
    });
    expect(texts[0]).toBe(texts[1]);
    const state = JSON.parse(texts[0] ?? "") as TerraformDocument;
    const policies = policiesOf(state, "apply");
    expect(policies.size - 1).toBeLessThanOrEqual(10);
    for (const [policy, text] of policies) {
      if (policy !== "own") expect(text.length).toBeLessThanOrEqual(MANAGED_POLICY_CHARACTERS);
    }
    const boundary = String(state.resource.aws_iam_policy?.terraform_boundary?.policy);
    expect(boundary.length).toBeLessThanOrEqual(MANAGED_POLICY_CHARACTERS);
  });
});

describe("statements", () => {
  test("say what the grants say, each thing once, in whatever order", () => {
    const grants = [
      { actions: ["a:Read", "a:List"], resources: ["x"] },
      { actions: ["a:Read"], resources: ["y", "x"] },
      { actions: ["a:Write"], resources: ["x"], condition: { StringEquals: { k: "v" } } },
    ];
    expect(mergeGrants(grants)).toEqual(mergeGrants([...grants].reverse()));
    expect(mergeGrants(grants)).toEqual([
      { Effect: "Allow", Action: ["a:List", "a:Read"], Resource: ["x"] },
      { Effect: "Allow", Action: ["a:Read"], Resource: ["y"] },
      { Effect: "Allow", Action: ["a:Write"], Resource: ["x"], Condition: { StringEquals: { k: "v" } } },
    ]);
    expect(mergeGrants(grants, [{ actions: ["a:Read"], resources: ["x", "y"] }])).toHaveLength(2);
  });

  test("that are too long for a policy stand in several, whole", () => {
    const resources = Array.from({ length: 200 }, (_, index) => `arn:aws:s3:::${"b".repeat(60)}-${index}`);
    const packed = packStatements([{ Action: "s3:GetObject", Resource: resources }]);
    expect(packed.length).toBeGreaterThan(1);
    expect(packed.flat().flatMap(({ Resource }) => Resource)).toEqual(resources);
  });

  test("that must fit become patterns of whole words, and never of a type as a whole", () => {
    const names = (prefix: string) =>
      Array.from({ length: 9 }, (_, index) => `arn:aws:ssm:r:1:parameter/${prefix}/${index}`);
    const long = [{ Action: "ssm:GetParameters", Resource: names("production") }];
    const [short] = shortened(long, 200);
    expect(short?.Resource).toEqual(["arn:aws:ssm:r:1:parameter/production/*"]);
    expect(shortened(long, 2000)).toEqual(long);
    const unlike = [
      { Action: "ssm:GetParameters", Resource: ["arn:aws:ssm:r:1:parameter/aa", "arn:aws:ssm:r:1:parameter/bb"] },
    ];
    expect(() => shortened(unlike, 100)).toThrow(/at most 100/);
  });
});

test("every ARN that can be told before is one, of the environment's account where the service has accounts", () => {
  for (const [type, arn] of Object.entries(ARNS)) {
    const told = arn(
      { address: `${type}.own`, type, body: { name: "own", aws_service_name: "ecs.amazonaws.com" } },
      scope,
    );
    expect([type, told]).toEqual([type, expect.stringMatching(/^arn:aws:[a-z0-9-]+:[a-z0-9-]*:(000000000000)?:.+/)]);
  }
});
