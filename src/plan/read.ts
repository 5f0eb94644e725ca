import type { Plan } from "./plan";
import { PlanError } from "./plan-error";

/**
 * Reads a `cdk.tf.json`, or the output of `terraform show -json` of a plan.
 * @throws PlanError if it is neither
 */
export function readPlanFile(path: string): Plan {
  throw new PlanError(`${path}: can't be read yet`);
}

/**
 * Reads a parsed document: Terraform's JSON configuration, or the output of `terraform show -json` of a plan, told apart
 * by their shape.
 * @param source what errors call the document
 * @throws PlanError if it is neither
 */
export function readPlan(_document: unknown, source = "the document"): Plan {
  throw new PlanError(`${source}: can't be read yet`);
}
