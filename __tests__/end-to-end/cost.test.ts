import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020";
import { COST_SCHEMA } from "../../src/reports/cost-schema";
import { Project } from "../support/command-line";

interface Document {
  readonly levers: readonly {
    readonly id: string;
    readonly claimsLost: readonly string[];
    readonly rulesBroken: readonly string[];
  }[];
  readonly cheapest: {
    readonly oneStepCheaper: readonly { readonly id: string; readonly claimsLost: readonly string[] }[];
  };
}

// Some thirty runs of the whole suite: a minute of a core.
test("the demo's levers and its cheapest setting, by the whole suite", async () => {
  const { exitCode, stdout } = await new Project().run(["cost", "demo", "--format", "json"]);
  expect(exitCode).toBe(0);
  const report: Document = JSON.parse(stdout);
  const validate = new Ajv().compile(JSON.parse(readFileSync(join(__dirname, "../..", COST_SCHEMA), "utf8")));
  validate(report);
  expect(validate.errors).toBeNull();
  const lever = (id: string) => report.levers.find((each) => each.id === id);
  expect(report.levers.length).toBeGreaterThanOrEqual(10);
  expect(lever("graviton")?.rulesBroken).toEqual([]);
  expect(lever("fewer-nat-gateways")?.rulesBroken).toContain("network/nat-gateway-per-zone");
  expect(lever("fewer-nat-gateways")?.claimsLost).toContain("az-outage/nat-recovers");
  expect(report.cheapest.oneStepCheaper.length).toBeGreaterThan(0);
  for (const { id, claimsLost } of report.cheapest.oneStepCheaper)
    expect([id, claimsLost.length > 0]).toEqual([id, true]);
}, 900_000);
