import { judgePlans } from "../../src/guardrails/engine";
import type { Exemption } from "../../src/guardrails/exemptions";
import { failed, passed, undecided, waived } from "../../src/guardrails/judge";
import type { Check, Rule } from "../../src/guardrails/rule";
import { readPlan } from "../../src/plan/read";
import { platformDocument } from "../support/platform-document";

const rule = (id: string, check: Check, more: Partial<Rule> = {}): Rule => ({
  id,
  severity: "medium",
  title: "Something holds",
  why: "Else it breaks.",
  fix: "Mend it.",
  references: ["CKV_AWS_0"],
  check,
  ...more,
});
const exemption = (more: Partial<Exemption> = {}): Exemption => ({
  rule: "area/rule",
  address: "aws_lb.public",
  reason: "a test of the exemptions",
  permanentBecause: "tests are for ever",
  ...more,
});
const judged = (rules: readonly Rule[], exemptions: readonly Exemption[] = [], whole = true) =>
  judgePlans({
    plans: new Map([["production-platform", readPlan(platformDocument())]]),
    rules,
    exemptions,
    today: "2030-06-15",
    whole,
  });

describe("a rule", () => {
  test("that fails is a finding with its wording, its place and what was found", () => {
    const { findings } = judged([rule("area/rule", () => [failed("aws_lb.public", "it is open")])]);
    expect(findings).toEqual([
      {
        rule: "area/rule",
        severity: "medium",
        title: "Something holds",
        source: "production-platform",
        address: "aws_lb.public",
        detail: "it is open",
        why: "Else it breaks.",
        fix: "Mend it.",
        references: ["CKV_AWS_0"],
      },
    ]);
  });

  test("that throws is a finding, and no exemption covers it", () => {
    const broken = rule("area/rule", () => {
      throw new Error("no such field");
    });
    const { findings, rules } = judged([broken], [exemption({ address: "*" })], false);
    expect(findings).toMatchObject([{ rule: "area/rule", address: "", detail: "could not be judged: no such field" }]);
    expect(rules).toEqual({ applied: 1, kept: 0 });
  });

  test("that can't decide is neither a finding nor a pass", () => {
    const report = judged([rule("area/rule", () => [undecided("aws_lb.public", "known at apply")])]);
    expect(report).toMatchObject({ findings: [], undecided: [{ detail: "known at apply" }], passed: 0 });
  });

  test("that waives says why", () => {
    const report = judged([rule("area/rule", () => [waived("aws_lb.public", "it is a demo")])]);
    expect(report).toMatchObject({ findings: [], waived: [{ detail: "it is a demo" }], passed: 0 });
  });

  test("that finds nothing to judge doesn't count as applied", () => {
    expect(judged([rule("area/rule", () => [])]).rules).toEqual({ applied: 0, kept: 0 });
  });

  test("for configurations is listed as not judged on a plan", () => {
    const plan = { format_version: "1.2", terraform_version: "1.11.4", planned_values: { root_module: {} } };
    const { notJudged, findings } = judgePlans({
      plans: new Map([["plan.json", readPlan(plan)]]),
      rules: [rule("area/rule", () => [failed("aws_lb.public", "…")], { onlyIn: "configuration" })],
      today: "2030-06-15",
      whole: false,
    });
    expect(findings).toEqual([]);
    expect(notJudged).toEqual([{ rule: "area/rule", source: "plan.json" }]);
  });
});

test("findings are in order of severity, rule and address, whatever the rules' order", () => {
  const report = judged([
    rule("b/low", () => [failed("aws_lb.a", "…")], { severity: "low" }),
    rule("b/high", () => [failed("aws_lb.b", "…"), failed("aws_lb.a", "…")], { severity: "high" }),
    rule("a/high", () => [failed("aws_lb.z", "…")], { severity: "high" }),
  ]);
  expect(report.findings.map(({ rule, address }) => `${rule} ${address}`)).toEqual([
    "a/high aws_lb.z",
    "b/high aws_lb.a",
    "b/high aws_lb.b",
    "b/low aws_lb.a",
  ]);
});

describe("an exemption", () => {
  const broken = rule("area/rule", () => [failed("aws_lb.public", "it is open"), passed("aws_lb.internal")]);

  test("waives the finding, with its reason", () => {
    const report = judged([broken], [exemption()]);
    expect(report).toMatchObject({
      findings: [],
      waived: [{ address: "aws_lb.public", detail: "it is open; exempted: a test of the exemptions" }],
    });
  });

  test("takes * in its address for any text", () => {
    expect(judged([broken], [exemption({ address: "aws_lb.pub*" })]).findings).toEqual([]);
  });

  test("covers its own rule, address and environment only", () => {
    const others = [
      exemption({ rule: "area/other" }),
      exemption({ address: "aws_lb.publi" }),
      exemption({ address: "aws_lbXpublic" }),
      exemption({ environment: "staging" }),
    ];
    for (const other of others) {
      expect(judged([broken], [other], false).findings).toMatchObject([{ rule: "area/rule" }]);
    }
  });

  test("holds on its last day, and is a finding the day after", () => {
    const until = (expires: string) =>
      judged([broken], [exemption({ expires, permanentBecause: undefined })]).findings.map(({ rule }) => rule);
    expect(until("2030-06-15")).toEqual([]);
    expect(until("2030-06-14")).toEqual(["area/rule", "exemptions/expired"]);
  });

  test("is a finding where the rule is kept without it", () => {
    const { findings } = judged([broken], [exemption(), exemption({ address: "aws_lb.internal" })]);
    expect(findings).toMatchObject([{ rule: "exemptions/unused", address: "aws_lb.internal" }]);
  });

  test("whose address isn't there is a finding only where everything was judged that could hold it", () => {
    const gone = exemption({ address: "aws_lb.gone" });
    expect(judged([broken], [exemption(), gone], true).findings).toMatchObject([{ rule: "exemptions/unused" }]);
    expect(judged([broken], [exemption(), gone], false).findings).toEqual([]);
    expect(judged([broken], [exemption(), { ...gone, environment: "staging" }], true).findings).toEqual([]);
  });
});

describe("the scope", () => {
  const scopeOf = (document: object) => {
    const plans = new Map([["plan", readPlan(document)]]);
    const { inScope, clusters } = judgePlans({ plans, rules: [], today: "2030-06-15", whole: false });
    return { inScope, clusters: clusters.map(({ address }) => address) };
  };

  test.each<readonly [string, object]>([
    ["a network", { resource: { aws_vpc: { network: {} } } }],
    ["nothing at all", { resource: {} }],
    ["helpers alone", { resource: { random_pet: { name: {} } } }],
  ])("leaves out %s", (_, document) => expect(scopeOf(document)).toEqual({ inScope: false, clusters: [] }));

  test("holds every cluster", () => {
    const clusters = { a: { name: "a" }, b: { name: "b" } };
    expect(scopeOf({ resource: { aws_ecs_cluster: clusters } })).toEqual({
      inScope: true,
      clusters: ["aws_ecs_cluster.a", "aws_ecs_cluster.b"],
    });
  });

  test.each<readonly [string, object]>([
    ["a service whose cluster is elsewhere", { resource: { aws_ecs_service: { web: { cluster: "other" } } } }],
    ["a state's bucket", { resource: { aws_s3_bucket: { state: { tags: { TerraformState: "true" } } } } }],
    ["a module whose resources aren't in it", { module: { platform: { source: "./platform" } } }],
    ["a stack of ours", platformDocument({ resource: { aws_vpc: { network: {} } } })],
  ])("holds %s", (_, document) => expect(scopeOf(document)).toEqual({ inScope: true, clusters: [] }));
});

test("what a plan leaves out is undecided, not passed over", () => {
  const document = { module: { network: { source: "./network" } }, resource: {} };
  const plans = new Map([["plan", readPlan(document)]]);
  const { undecided } = judgePlans({ plans, rules: [], today: "2030-06-15", whole: false });
  expect(undecided).toMatchObject([{ rule: "plan/unread", address: "module.network" }]);
});
