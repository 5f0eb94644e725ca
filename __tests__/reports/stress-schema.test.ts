import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020";
import { stressJson } from "../../src/reports/stress-json";
import type { StressReport } from "../../src/stress/report";
import { demoReport, somePrice } from "../support/stress-report";

const validate = new Ajv({ allErrors: true }).compile(
  JSON.parse(readFileSync("docs/schemas/stress.schema.json", "utf8")),
);

function problems(report: object): readonly string[] {
  validate(JSON.parse(stressJson(report as StressReport)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test("the published schema holds for a report of everything", () => {
  const report = { ...demoReport(), priceOfSafety: somePrice("az-outage/served", "ten days") };
  expect(report.ablations).not.toEqual([]);
  expect(report.assumptions.some(({ sensitivity }) => sensitivity !== null)).toBe(true);
  expect(problems(report)).toEqual([]);
});

test.each<readonly [string, (report: StressReport) => object]>([
  ["a field that isn't named in it", (report) => ({ ...report, more: 1 })],
  ["a report without a seed", (report) => ({ ...report, seed: undefined })],
  [
    "a kind of number that there isn't",
    ({ assumptions, ...report }) => ({
      ...report,
      assumptions: assumptions.map((assumption) => ({ ...assumption, kind: "guessed" })),
    }),
  ],
  [
    "a claim without its threshold",
    ({ scenarios, ...report }) => ({
      ...report,
      scenarios: scenarios.map((scenario) => ({
        ...scenario,
        claims: scenario.claims.map((claim) => ({ ...claim, limit: {} })),
      })),
    }),
  ],
])("the published schema refuses %s", (_, change) => expect(problems(change(demoReport()))).not.toEqual([]));
