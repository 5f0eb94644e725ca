import type { Environment } from "../schema";
import type { Draft, Finding } from "./finding";

/** A role that nobody may take is of no use, and IAM refuses a trust without a principal, or with one that isn't there. */
export function* terraformAccessFindings(environment: Draft<Environment>): Generator<Finding> {
  const { name, terraformAccess, deployRoleArn, bootstrapRoleArn } = environment;
  if (terraformAccess === undefined) {
    if (bootstrapRoleArn === undefined && deployRoleArn?.endsWith(`/${name}-terraform-apply`)) {
      const got = "none, and deployRoleArn is the role itself";
      yield { path: "terraformAccess", got, allowed: "whom the role is for; or bootstrapRoleArn" };
    }
    return;
  }
  const { github, principals } = terraformAccess;
  if (github === undefined && principals?.length === 0) {
    yield { path: "terraformAccess", got: "nobody", allowed: "github, principals, or both" };
  }
}
