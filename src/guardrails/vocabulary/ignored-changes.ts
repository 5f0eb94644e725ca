import type { Resource } from "../../plan/plan";

/** Whether Terraform leaves that attribute to what is there. */
export function ignoresChanges({ lifecycle }: Resource, attribute: string): boolean {
  const ignored = lifecycle?.ignoreChanges ?? [];
  return ignored.includes(attribute) || ignored.includes("all");
}
