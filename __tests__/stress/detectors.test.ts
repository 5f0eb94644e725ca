import { createColors } from "picocolors";
import { readPlan } from "../../src/plan/read";
import { stressTable } from "../../src/reports/stress-table";
import { defaultLoad } from "../../src/stress/load-profile";
import { platformFacts } from "../../src/stress/model/platform";
import { firstDetectors, unnoticed } from "../../src/stress/noticed";
import { SCENARIOS } from "../../src/stress/scenarios";
import { runSuite } from "../../src/stress/suite";
import { synthesized } from "../support/synthesized";

const facts = platformFacts(readPlan(synthesized("production").get("production-platform")));
const suite = { environment: "production", scenarios: SCENARIOS, load: defaultLoad, seed: 1, runs: 1, analyses: false };
const report = runSuite({ ...suite, facts });
const table = stressTable(report, createColors(false));

/** What hurts, and nobody would hear of, on production today. */
const UNNOTICED: { readonly [scenario: string]: readonly string[] } = {
  // One container of many ends, and its requests of some seconds: less than a hundredth of a minute's.
  "registry-outage": ["container-ends"],
};

describe.each(SCENARIOS.map(({ id }) => id))("%s", (id) => {
  const result = report.scenarios.find((scenario) => scenario.id === id);
  if (result === undefined) throw new Error(id);

  test("whatever hurts in it is noticed, or it is known not to be", () => {
    expect(unnoticed(result)).toEqual(UNNOTICED[id] ?? []);
  });

  test("by itself, it says what notices each variant first", () => {
    const alone = stressTable({ ...report, scenarios: [result] }, createColors(false));
    for (const { name, firesAtSeconds } of firstDetectors(result).values()) {
      expect(alone.replaceAll(/\s+/g, " ")).toContain(`noticed: ${name} after ${Math.round(firesAtSeconds)} s`);
      expect(facts.plan.resource(name)).toBeDefined();
    }
  });
});

test("what nothing would notice is said loudly, and so are alarms that can't ring here", () => {
  expect(table).toContain("NOTHING WOULD NOTICE: container-ends");
  expect(table).toMatch(/^8 alarms can't ring here:/m);
  expect(Math.max(...table.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
});

test("without alarms and rules nothing would notice anything", () => {
  const blind = runSuite({ ...suite, facts: { ...facts, alarms: [], rules: [] } });
  expect(blind.scenarios.flatMap(({ detectors }) => detectors)).toEqual([]);
  const heard = blind.scenarios.flatMap(({ claims }) => claims.filter(({ id }) => id.endsWith("-heard")));
  expect(heard.length).toBeGreaterThan(6);
  expect(heard.map(({ holds }) => holds)).toEqual(heard.map(() => false));
});
