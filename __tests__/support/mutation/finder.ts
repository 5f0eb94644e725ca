import { RULES } from "../../../src/guardrails/table";
import { readPlan } from "../../../src/plan/read";
import type { TerraformDocument } from "../terraform-json";
import { type Mutant, mutated } from "./mutants";

/** Id of a rule that finds a mutant; `undefined`: none does. */
export type Finder = (mutant: Mutant) => string | undefined;

/** Asks the rules that found mutants of the same type of resource first: most mutants of one have one finder. */
export function finderOf(documents: ReadonlyMap<string, TerraformDocument>): Finder {
  const proven = new Map<string, Set<(typeof RULES)[number]>>();
  return (mutant) => {
    const document = documents.get(mutant.stack);
    if (document === undefined) throw new Error(`there is no stack ${mutant.stack}`);
    const plan = readPlan(mutated(document, mutant));
    const type = mutant.path.slice(0, 2).join(".");
    const first = proven.get(type) ?? new Set();
    proven.set(type, first);
    const finder = [...first, ...RULES.filter((rule) => !first.has(rule))].find(({ check }) =>
      check(plan).some(({ verdict }) => verdict === "failed"),
    );
    if (finder !== undefined) first.add(finder);
    return finder?.id;
  };
}
