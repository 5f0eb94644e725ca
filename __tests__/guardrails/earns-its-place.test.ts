import { readdirSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "../../src/guardrails/table";
import { finders } from "../support/finders";
import type { RuleCases } from "../support/rule-test";

const mockCases = new Map<string, RuleCases>();
jest.mock("../support/rule-test", () => ({
  testRule: (id: string, cases: RuleCases) => mockCases.set(id, cases),
}));

const TESTS = join(__dirname, "rules");
for (const file of readdirSync(TESTS, { recursive: true, encoding: "utf8" })) {
  if (file.endsWith(".test.ts")) require(join(TESTS, file));
}

/**
 * Every rule earns its place: at least one of the edits that its test breaks it by is found by no other rule. Where there
 * is no such edit, the rule could go, and nothing would be missed.
 */
test.each(RULES)("$id finds what no other rule finds", ({ id }) => {
  const { fails = {}, environment = "production" } = mockCases.get(id) ?? {};
  const foundBy: { [sentence: string]: readonly string[] } = {};
  for (const [sentence, { edit }] of Object.entries(fails)) {
    foundBy[sentence] = finders(environment, edit);
    if (foundBy[sentence].join() === id) return;
  }
  expect(foundBy).toEqual("at least one edit that only this rule finds");
});
