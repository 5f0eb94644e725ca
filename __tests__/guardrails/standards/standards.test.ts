import type { Rule } from "../../../src/guardrails/rule";
import type { ForeignCheck } from "../../../src/guardrails/standards/catalogue";
import { CATALOGUES, foreignIds, rulesFor } from "../../../src/guardrails/standards/standards";
import { RULES } from "../../../src/guardrails/table";
import { type Example, plansOf } from "./example";
import { compute } from "./examples/compute";
import { identity } from "./examples/identity";
import { loadBalancing } from "./examples/load-balancing";
import { network } from "./examples/network";
import { storage } from "./examples/storage";

const EXAMPLES = [...network, ...loadBalancing, ...compute, ...storage, ...identity];
const CHECKS = CATALOGUES.flatMap(({ checks }) => checks);
const IDS = CHECKS.map(({ id }) => id);
const COVERED = CHECKS.filter(({ waived }) => waived === undefined);

test("Checkov's 107 checks and the standard's 67 controls are all there, each once", () => {
  expect(new Set(IDS).size).toBe(IDS.length);
  const [checkov, adjacent, foundational] = CATALOGUES.map(({ checks }) => checks.length);
  // Beside those: the check of a data source, and two controls of endpoints that are recorded as waived.
  expect([checkov, adjacent, foundational]).toEqual([107, 13 + 1, 67 + 2]);
});

test("a check is covered by rules, or waived with a reason; not both", () => {
  for (const check of CHECKS) {
    expect([check.id, rulesFor(check, RULES).length > 0]).toEqual([check.id, check.waived === undefined]);
    expect(check.waived ?? "").toMatch(/^$|.{30}/);
  }
});

test("whatever a rule refers to that isn't a page is a check of a catalogue", () => {
  const strangers = RULES.flatMap((rule) => foreignIds(rule).map((id) => `${rule.id}: ${id}`));
  expect(strangers.filter((stranger) => !IDS.includes(stranger.split(": ")[1] ?? ""))).toEqual([]);
});

test("an example is of a check that is covered", () => {
  const covered = COVERED.map(({ id }) => id);
  expect(EXAMPLES.flatMap(({ ids }) => ids).filter((id) => !covered.includes(id))).toEqual([]);
});

describe.each(COVERED)("$id: $asks", (check: ForeignCheck) => {
  const rules = rulesFor(check, RULES);
  const examples = EXAMPLES.filter(({ ids }) => ids.includes(check.id));

  test("what it flags is found, by each rule that refers to it", () => {
    expect(examples).not.toEqual([]);
    const found = examples.map((example) => rules.filter((rule) => finds(rule, example)));
    expect(examples.filter((_, index) => found[index]?.length === 0).map(({ at }) => at)).toEqual([]);
    expect(rules.filter((rule) => !found.flat().includes(rule)).map(({ id }) => id)).toEqual([]);
  });
});

function finds({ check }: Rule, example: Example): boolean {
  return plansOf(example).some((plan) =>
    check(plan).some(({ address, verdict }) => address === example.at && verdict === "failed"),
  );
}
