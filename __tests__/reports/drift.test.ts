import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020";
import { type DriftReport, driftReport } from "../../src/drift/report";
import { readPlan } from "../../src/plan/read";
import { driftJson } from "../../src/reports/drift-json";
import { driftMarkdown } from "../../src/reports/drift-markdown";
import { driftSarif } from "../../src/reports/drift-sarif";
import { recordedPlan } from "../support/drift";
import { sarifProblems } from "../support/sarif";

const validate = new Ajv({ allErrors: true }).compile(
  JSON.parse(readFileSync("docs/schemas/drift.schema.json", "utf8")),
);
const problems = (report: DriftReport): readonly string[] => {
  validate(JSON.parse(driftJson(report)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const PLANS = ["clean", "code-ahead", "controlled", "by-hand", "by-hand-and-code-ahead", "deleted"];
const reportOf = (name: string): DriftReport => {
  const document = recordedPlan(name);
  const place = { environment: "demo", stack: "demo-platform", mode: "aws" };
  return driftReport({
    environment: "demo",
    sources: [{ name, document, plan: readPlan(document), place }],
    exemptions: [{ address: "aws_vpc.*", attribute: "*", reason: "a test of it", expires: "2027-01-01" }],
    today: "2026-11-28",
  });
};

test.each(PLANS)("the published schema holds for the report of %s", (name) =>
  expect(problems(reportOf(name))).toEqual([]),
);

test("the published schema refuses what isn't named in it", () => {
  const report = reportOf("by-hand");
  const [first] = report.differences;
  expect(problems({ ...report, more: 1 } as never)).not.toEqual([]);
  expect(problems({ ...report, differences: [{ ...first, class: "changed" }] } as never)).not.toEqual([]);
});

test.each(PLANS)("SARIF's schema holds for %s", (name) =>
  expect(sarifProblems(JSON.parse(driftSarif(reportOf(name), new Map())))).toEqual([]),
);

test("Markdown has a row for each that is open, the commands, and what is controlled folded", () => {
  const text = driftMarkdown(reportOf("by-hand"));
  expect(text).toContain("### Drift of demo: ");
  expect(text).toContain(
    "| high | drifted: changed by hand | `aws_security_group.load_balancer` | `ingress[tcp 22]` |",
  );
  expect(text).toContain(
    "terraform -chdir=cdktf.out/stacks/demo-platform apply -target=aws_security_group.load_balancer",
  );
  expect(text).toContain("npm run drift -- demo --accept 'aws_security_group.load_balancer.ingress[tcp 22]'");
  expect(driftMarkdown(reportOf("controlled"))).toMatch(/<summary>2 controlled<\/summary>[\s\S]*desired_capacity/);
  expect(text).toMatch(/<summary>2 ignored for a while<\/summary>[\s\S]*until 2027-01-01: a test of it/);
});

test("no format shows a secret", () => {
  const report = reportOf("by-hand");
  const texts = [driftJson(report), driftMarkdown(report), driftSarif(report, new Map())].join();
  expect(texts).not.toMatch(/(first|second)-secret/);
});
