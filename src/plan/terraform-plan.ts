import type { Plan } from "./plan";
import { PlanError } from "./plan-error";
import type { ValueRecord } from "./value";

export function readTerraformPlan(_document: ValueRecord): Plan {
  throw new PlanError("a plan can't be read yet");
}
