import { isRecord, type ValueRecord } from "../plan/value";
import type { Terraform } from "./terraform";

/** What came of planning a stack. */
export type PlannedDocument =
  | { readonly document: ValueRecord; readonly failed?: undefined }
  /** Which of Terraform's commands failed, and what it printed. */
  | { readonly failed: string; readonly output: string };

/**
 * Plans an initialized stack, and reads the plan as `terraform show -json` has it. It takes no lock, as nothing is written;
 * the plan file stays beside the stack.
 */
export async function plannedDocument(terraform: Terraform, directory: string): Promise<PlannedDocument> {
  const file = "plan.tfplan";
  const planned = await terraform.run(
    directory,
    ...["plan", "-input=false", "-lock=false", `-out=${file}`, "-no-color"],
  );
  if (planned.exitCode !== 0) return { failed: "terraform plan", output: planned.output };
  const shown = await terraform.run(directory, "show", "-json", file);
  if (shown.exitCode !== 0) return { failed: "terraform show", output: shown.output };
  const document: unknown = JSON.parse(shown.stdout);
  return isRecord(document) ? { document } : { failed: "terraform show", output: "it gave no plan" };
}
