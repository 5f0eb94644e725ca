import { RULES } from "../../src/guardrails/table";
import { readPlan } from "../../src/plan/read";
import { RandomStreams } from "../../src/simulator/random";
import { type Mutant, mutants, mutated } from "../support/mutation/mutants";
import type { OperatorName } from "../support/mutation/operators";
import { synthesized } from "../support/synthesized";
import type { TerraformDocument } from "../support/terraform-json";

const OPERATORS: readonly OperatorName[] = [
  "drop a block",
  "flip a boolean",
  "widen a CIDR",
  "widen an ARN",
  "lower a number",
];
const DRAWN = 80;
/**
 * Not the aim, which is 0.95, but what holds today less what chance may take: dashboards, definitions of state machines and
 * Terraform's own roles came after most rules. A change that lets more slip through fails here.
 */
const LEAST = 0.45;

function isFound(documents: ReadonlyMap<string, TerraformDocument>, mutant: Mutant): boolean {
  const document = documents.get(mutant.stack);
  if (document === undefined) throw new Error(`there is no stack ${mutant.stack}`);
  const plan = readPlan(mutated(document, mutant));
  return RULES.some(({ check }) => check(plan).some(({ verdict }) => verdict === "failed"));
}

test("of mutants drawn at random from production, at least as many are found as ever", () => {
  const documents = synthesized("production");
  const all = OPERATORS.flatMap((operator) => mutants(documents, operator));
  const random = new RandomStreams(1).stream("mutants");
  const drawn = Array.from({ length: DRAWN }, () => all[Math.floor(random() * all.length)] as Mutant);
  const survivors = drawn.filter((mutant) => !isFound(documents, mutant));
  expect(1 - survivors.length / DRAWN).toBeGreaterThanOrEqual(LEAST);
});
