import { readConfiguration } from "./configuration";
import type { Plan } from "./plan";
import { notAPlan, PlanError } from "./plan-error";
import { otherProviders } from "./providers";
import { readText } from "./read-text";
import { describeShape, isConfiguration, isTerraformPlan } from "./shape";
import { readTerraformPlan } from "./terraform-plan";

/**
 * Reads a `cdk.tf.json`, or the output of `terraform show -json` of a plan.
 * @throws PlanError if the file is neither
 */
export function readPlanFile(path: string): Plan {
  return parsePlan(readText(path), path);
}

/**
 * Reads the text of either.
 * @param source what errors call it
 * @throws PlanError if it is neither
 */
export function parsePlan(text: string, source: string): Plan {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw notAPlan(source, describeSyntaxError(text, String(error)));
  }
  return readPlan(document, source);
}

/**
 * Reads a parsed document: Terraform's JSON configuration, or the output of `terraform show -json` of a plan, told apart
 * by their shape.
 * @param source what errors call the document
 * @throws PlanError if it is neither, or is of another provider than AWS
 */
export function readPlan(document: unknown, source = "the document"): Plan {
  try {
    const plan = isTerraformPlan(document)
      ? readTerraformPlan(document)
      : isConfiguration(document)
        ? readConfiguration(document)
        : undefined;
    const others = plan === undefined ? [] : otherProviders(plan);
    if (others.length > 0)
      throw new PlanError(`a plan of another provider (${others.join(", ")}); expected one of AWS`);
    if (plan !== undefined) return plan;
  } catch (error) {
    if (error instanceof PlanError) throw new PlanError(`${source}: ${error.message}`);
    if (error instanceof RangeError) throw new PlanError(`${source}: nested too deeply to be read`);
    throw error;
  }
  throw notAPlan(source, describeShape(document));
}

/** Where the text stops being JSON. What stands there isn't repeated: it may be a secret. */
function describeSyntaxError(text: string, error: string): string {
  const position = /position (\d+)/.exec(error)?.[1];
  const end = text.trimEnd().length;
  if (/end of JSON input/.test(error) || (position !== undefined && Number(position) >= end)) {
    return `JSON that ends too early, at character ${end}: half a file`;
  }
  if (position === undefined) return "not JSON";
  const before = text.slice(0, Number(position)).split("\n");
  return `not JSON, from line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
