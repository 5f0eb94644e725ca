import type { Environment } from "../schema";
import type { Draft, Finding } from "./finding";

/** A role that nobody may take is of no use, and IAM refuses a trust without a principal. */
export function* terraformAccessFindings({ terraformAccess }: Draft<Environment>): Generator<Finding> {
  if (terraformAccess === undefined) return;
  const { github, principals } = terraformAccess;
  if (github === undefined && principals?.length === 0) {
    yield { path: "terraformAccess", got: "nobody", allowed: "github, principals, or both" };
  }
}
