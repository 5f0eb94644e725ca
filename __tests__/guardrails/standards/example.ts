import type { Plan } from "../../../src/plan/plan";
import { readPlan } from "../../../src/plan/read";
import { synthesized } from "../../support/synthesized";
import { TerraformJson } from "../../support/terraform-json";

/** Something that other tools' checks flag, made by an edit of the stacks that an environment synthesizes. */
export interface Example {
  /** The checks that flag it, as the catalogues write them. */
  readonly ids: readonly string[];
  /** Address that a rule of ours must name. */
  readonly at: string;
  readonly edit: (json: TerraformJson) => void;
  /** @default "production" */
  readonly environment?: string;
}

/** The plans of an example, one a stack, made once. */
export function plansOf(example: Example): readonly Plan[] {
  const made = plans.get(example);
  if (made !== undefined) return made;
  const json = new TerraformJson(synthesized(example.environment ?? "production"));
  example.edit(json);
  const read = [...json.documents.values()].map((document) => readPlan(document));
  plans.set(example, read);
  return read;
}

const plans = new Map<Example, readonly Plan[]>();
