import type { Finding, Report } from "../../src/guardrails/report";
import { RULES } from "../../src/guardrails/table";
import { guardrailsSarif } from "../../src/reports/guardrails-sarif";
import { finding, report } from "../support/report";
import { sarifProblems } from "../support/sarif";

const RULE = "load-balancing/drop-invalid-headers";
const lost = finding({ rule: "ledger/pinned", address: "aws_lb.lost", severity: "high", references: [] });
const full = report({
  findings: [finding(), finding({ address: "" }), lost],
  undecided: [finding({ detail: "known only at apply" })],
  waived: [finding({ detail: "the environment is disposable" })],
  notJudged: [{ rule: "protection/prevent-destroy", source: "plan.json" }],
});
const places = new Map([["aws_lb.load_balancer", { line: 12, construct: "production-platform/ingress/Resource" }]]);
const artifacts = new Map([["production-platform", { uri: "cdktf.out/cdk.tf.json", places }]]);

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly kind: string;
  readonly level: string;
  readonly locations: readonly { readonly physicalLocation: object; readonly logicalLocations?: readonly object[] }[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly suppressions?: readonly { readonly justification: string }[];
}
interface Descriptor {
  readonly id: string;
  readonly helpUri?: string;
  readonly help: { readonly text: string };
  readonly properties: { readonly "security-severity": string };
}

const written = (of: Report) => JSON.parse(guardrailsSarif(of, { rules: RULES, artifacts }));
const resultsOf = (of: Report): readonly Result[] => written(of).runs[0].results;
const rulesOf = (of: Report): readonly Descriptor[] => written(of).runs[0].tool.driver.rules;

test("is valid by SARIF's schema, with every kind of result and with none", () => {
  expect(sarifProblems(written(full))).toEqual([]);
  expect(sarifProblems(written(report()))).toEqual([]);
  expect(sarifProblems({ ...written(full), runs: [{}] })).not.toEqual([]);
});

test("a result has its rule, its level by severity and its kind by verdict", () => {
  const kinds = resultsOf(full).map(({ ruleId, kind, level }) => [ruleId, kind, level]);
  expect(kinds).toEqual([
    [RULE, "fail", "warning"],
    [RULE, "fail", "warning"],
    ["ledger/pinned", "fail", "error"],
    [RULE, "review", "none"],
    [RULE, "fail", "warning"],
  ]);
  const rules = rulesOf(full);
  for (const { ruleId, ruleIndex } of resultsOf(full)) expect(rules[ruleIndex]?.id).toBe(ruleId);
});

test("what is waived is suppressed, with its reason, and nothing else is", () => {
  const suppressions = resultsOf(full).map((result) => result.suppressions?.map(({ justification }) => justification));
  expect(suppressions).toEqual([undefined, undefined, undefined, undefined, ["the environment is disposable"]]);
});

test("a result is at its resource's line, and names the address and the construct", () => {
  const [at, whole, elsewhere] = resultsOf(full).map(({ locations }) => locations[0]);
  expect(at).toEqual({
    physicalLocation: { artifactLocation: { uri: "cdktf.out/cdk.tf.json" }, region: { startLine: 12 } },
    logicalLocations: [
      { fullyQualifiedName: "aws_lb.load_balancer", kind: "resource" },
      { fullyQualifiedName: "production-platform/ingress/Resource", kind: "construct" },
    ],
  });
  // Code scanning shows nothing without a file and a line.
  expect(whole).toEqual({
    physicalLocation: { artifactLocation: { uri: "cdktf.out/cdk.tf.json" }, region: { startLine: 1 } },
  });
  expect(elsewhere?.logicalLocations).toEqual([{ fullyQualifiedName: "aws_lb.lost", kind: "resource" }]);
});

test("every rule is described, and so is what is no rule but has a finding", () => {
  const rules = rulesOf(full);
  expect(rules.map(({ id }) => id)).toEqual([...RULES.map(({ id }) => id), "ledger/pinned"]);
  const high = rules.find(({ id }) => RULES.find((rule) => rule.id === id)?.severity === "high");
  expect(Number(high?.properties["security-severity"])).toBeGreaterThanOrEqual(7);
  expect(rules.find(({ id }) => id === RULE)?.help.text).toContain("drop_invalid_header_fields = true");
  expect(rules.some(({ helpUri }) => helpUri?.startsWith("https://docs.aws.amazon.com/"))).toBe(true);
});

describe("a fingerprint", () => {
  const fingerprintsOf = (...findings: readonly Finding[]) =>
    resultsOf(report({ findings })).map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);
  const [before] = fingerprintsOf(finding());

  test("stays when words, severity or line change", () => {
    expect(fingerprintsOf(finding({ detail: "other", fix: "other", severity: "low" }))).toEqual([before]);
  });

  test("differs by rule, source and address, and between two of the same", () => {
    const all = fingerprintsOf(
      finding(),
      finding(),
      finding({ address: "aws_lb.other" }),
      finding({ source: "production-state" }),
      finding({ rule: "ledger/pinned" }),
    );
    expect(new Set(all).size).toBe(5);
    expect(all).toContain(before);
  });
});

test("a rule that couldn't be judged is a notification", () => {
  const [{ toolExecutionNotifications }] = written(full).runs[0].invocations;
  expect(toolExecutionNotifications).toMatchObject([{ associatedRule: { id: "protection/prevent-destroy" } }]);
});
