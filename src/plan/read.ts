import { readConfiguration } from "./configuration";
import type { Plan } from "./plan";
import { notAPlan, PlanError } from "./plan-error";
import { readText } from "./read-text";
import { describeShape, isConfiguration, isTerraformPlan } from "./shape";
import { readTerraformPlan } from "./terraform-plan";

/**
 * Reads a `cdk.tf.json`, or the output of `terraform show -json` of a plan.
 * @throws PlanError if the file is neither
 */
export function readPlanFile(path: string): Plan {
  const text = readText(path);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw notAPlan(path, describeSyntaxError(text, String(error)));
  }
  return readPlan(document, path);
}

/**
 * Reads a parsed document: Terraform's JSON configuration, or the output of `terraform show -json` of a plan, told apart
 * by their shape.
 * @param source what errors call the document
 * @throws PlanError if it is neither
 */
export function readPlan(document: unknown, source = "the document"): Plan {
  try {
    if (isTerraformPlan(document)) return readTerraformPlan(document);
    if (isConfiguration(document)) return readConfiguration(document);
  } catch (error) {
    if (error instanceof PlanError) throw new PlanError(`${source}: ${error.message}`);
    if (error instanceof RangeError) throw new PlanError(`${source}: nested too deeply to be read`);
    throw error;
  }
  throw notAPlan(source, describeShape(document));
}

/** Where the text stops being JSON. What stands there isn't repeated: it may be a secret. */
function describeSyntaxError(text: string, error: string): string {
  if (text.startsWith('{"@level"')) return "the log of `terraform plan -json`";
  const position = /position (\d+)/.exec(error)?.[1];
  const end = text.trimEnd().length;
  if (/end of JSON input/.test(error) || (position !== undefined && Number(position) >= end)) {
    return `JSON that ends too early, at character ${end}: half a file`;
  }
  if (position === undefined) return "not JSON";
  const before = text.slice(0, Number(position)).split("\n");
  return `not JSON, from line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
