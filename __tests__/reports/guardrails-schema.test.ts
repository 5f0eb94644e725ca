import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020";
import { judgePlans } from "../../src/guardrails/engine";
import type { Report } from "../../src/guardrails/report";
import { RULES } from "../../src/guardrails/table";
import { readPlan } from "../../src/plan/read";
import { guardrailsJson } from "../../src/reports/guardrails-json";
import { finding, report } from "../support/report";
import { synthesized } from "../support/synthesized";

const validate = new Ajv({ allErrors: true }).compile(
  JSON.parse(readFileSync("docs/schemas/guardrails.schema.json", "utf8")),
);

function problems(document: unknown): readonly string[] {
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
const written = (of: Report): unknown => JSON.parse(guardrailsJson(of));
const judged = (...documents: readonly unknown[]): Report =>
  judgePlans({
    plans: new Map(documents.map((document, index) => [`plan-${index}`, readPlan(document)])),
    rules: RULES,
    exemptions: [{ rule: "network/flow-logs", address: "*", reason: "a test", expires: "2020-01-01" }],
    ledger: { production: { "production-platform": ["aws_lb.lost"] } },
    today: "2026-11-25",
    whole: true,
  });

test.each<readonly [string, Report]>([
  ["a clean environment", judged(...synthesized("production").values())],
  ["a disposable one, with what is waived", judged(...synthesized("demo").values())],
  ["findings, undecided parts and what is no rule", judged({ resource: { aws_vpc: { a: {} } }, module: { b: {} } })],
  ["nothing at all", judged({ resource: {} })],
])("the published schema holds for the report of %s", (_, of) => expect(problems(written(of))).toEqual([]));

test.each<readonly [string, object]>([
  ["a field that isn't named in it", { ...report(), more: 1 }],
  ["a finding without its address", { ...report(), findings: [{ ...finding(), address: undefined }] }],
  ["a severity that there isn't", { ...report(), findings: [{ ...finding(), severity: "fatal" }] }],
])("the published schema refuses %s", (_, of) => expect(problems(written(of as Report))).not.toEqual([]));
