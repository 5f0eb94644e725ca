import { PlanError } from "./plan-error";
import { entry, isRecord, type ValueRecord } from "./value";

/** Top-level blocks of a Terraform configuration. */
export const BLOCKS = [
  "terraform",
  "provider",
  "resource",
  "data",
  "module",
  "variable",
  "locals",
  "output",
  "moved",
  "import",
  "removed",
  "check",
];

/**
 * Whether a document is the output of `terraform show -json` of a plan.
 * @throws PlanError if it is one, but of a run that failed
 */
export function isTerraformPlan(document: unknown): document is ValueRecord {
  if (!isRecord(document) || !has(document, "format_version", "planned_values")) return false;
  const version = String(entry(document, "format_version"));
  if (!/^[01](\.|$)/.test(version)) {
    throw new PlanError(`a plan of the format ${version.slice(0, 20)}; expected one of the format 1.x`);
  }
  if (entry(document, "errored") === true) {
    throw new PlanError("a plan that ended with errors, so it is incomplete; expected one of a run that succeeded");
  }
  return true;
}

/** Whether a document is Terraform's JSON configuration, as a `cdk.tf.json` is. */
export function isConfiguration(document: unknown): document is ValueRecord {
  return isRecord(document) && !isForeign(document) && BLOCKS.some((block) => has(document, block));
}

/** What a document is that can't be read as a plan. */
export function describeShape(document: unknown): string {
  if (Array.isArray(document)) return "a JSON array";
  if (!isRecord(document)) return `JSON, but ${document === null ? "null" : `a ${typeof document}`}`;
  if (isState(document)) return "a state file";
  if (has(document, "format_version", "values"))
    return "a state, as `terraform show -json` without a plan file writes it";
  if (has(document, "format_version", "provider_schemas")) return "schemas of providers";
  if (has(document, "format_version")) return "something of Terraform's without planned values";
  if (has(document, "stacks")) return "CDKTF's manifest";
  if (has(document, "AWSTemplateFormatVersion") || has(document, "Resources")) return "a CloudFormation template";
  if (has(document, "apiVersion", "kind")) return "a Kubernetes manifest";
  if (has(document, "name", "version")) return "a package.json";
  const keys = Object.keys(document);
  if (keys.length === 0) return "an empty JSON object";
  const shown = keys.slice(0, 5).map((key) => (key.length > 40 ? `${key.slice(0, 39)}…` : key));
  return `a JSON object of ${shown.join(", ")}${keys.length > shown.length ? ", …" : ""}`;
}

function isForeign(document: ValueRecord): boolean {
  return (
    isState(document) ||
    has(document, "format_version") ||
    has(document, "apiVersion", "kind") ||
    // A package's own `module` is a path.
    typeof entry(document, "module") === "string"
  );
}

function isState(document: ValueRecord): boolean {
  return has(document, "version", "resources") || has(document, "lineage", "serial");
}

function has(document: ValueRecord, ...keys: readonly string[]): boolean {
  return keys.every((key) => Object.hasOwn(document, key));
}
