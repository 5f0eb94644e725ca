import { RULES } from "../../src/guardrails/table";
import { readPlan } from "../../src/plan/read";
import { synthesized } from "./synthesized";
import { type TerraformDocument, TerraformJson } from "./terraform-json";

/** Ids of the rules that fail on the edited stacks of an environment; untouched, none does. */
export function finders(environment: string, edit: (json: TerraformJson) => void): readonly string[] {
  const json = new TerraformJson(synthesized(environment));
  edit(json);
  const untouched = synthesized(environment);
  const edited = [...json.documents].filter(
    ([stack, document]) => JSON.stringify(document) !== JSON.stringify(untouched.get(stack)),
  );
  return [...new Set(edited.flatMap(([, document]) => failedRules(document)))];
}

/** Ids of the rules that fail on a stack. */
export function failedRules(document: TerraformDocument): readonly string[] {
  const plan = readPlan(document);
  return RULES.filter(({ check }) => check(plan).some(({ verdict }) => verdict === "failed")).map(({ id }) => id);
}
