import type { Plan } from "../../src/plan/plan";
import { readPlan } from "../../src/plan/read";
import { synthesized } from "./synthesized";
import { TerraformJson } from "./terraform-json";

/** The stacks of an environment that an edit changes, as they are then. */
export function editedPlans(environment: string, edit: (json: TerraformJson) => void): readonly Plan[] {
  const json = new TerraformJson(synthesized(environment));
  edit(json);
  const untouched = synthesized(environment);
  return [...json.documents]
    .filter(([stack, document]) => JSON.stringify(document) !== JSON.stringify(untouched.get(stack)))
    .map(([, document]) => readPlan(document));
}
