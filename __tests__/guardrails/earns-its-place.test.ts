import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Check, Rule } from "../../src/guardrails/rule";
import { RULES } from "../../src/guardrails/table";
import type { Plan } from "../../src/plan/plan";
import { editedPlans } from "../support/edited-plans";
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
test.each(RULES)("$id finds what no other rule finds", (rule) => {
  const { fails = {}, environment = "production" } = mockCases.get(rule.id) ?? {};
  const foundBy: { [sentence: string]: readonly string[] } = {};
  for (const [sentence, { edit }] of Object.entries(fails)) {
    const plans = editedPlans(environment, edit);
    const other = othersFirst(rule).find(({ check }) => isFound(check, plans));
    if (other === undefined) return;
    metBefore.add(other);
    foundBy[sentence] = [other.id];
  }
  expect(foundBy).toEqual("at least one edit that only this rule finds");
});

/** Rules that found another's edit: they are the likeliest to do it again. */
const metBefore = new Set<Rule>();

const othersFirst = (rule: Rule): readonly Rule[] =>
  [...metBefore, ...RULES.filter((one) => !metBefore.has(one))].filter((one) => one !== rule);

const isFound = (check: Check, plans: readonly Plan[]) =>
  plans.some((plan) => check(plan).some(({ verdict }) => verdict === "failed"));
