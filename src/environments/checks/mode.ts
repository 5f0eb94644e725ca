import type { Mode } from "../mode";
import { DUMMY_ACCOUNT_ID, type Environment } from "../schema";
import { DUMMY_REPOSITORY } from "../schema/terraform-access";
import type { Draft, Finding } from "./finding";

/** What `aws` mode needs beside: an account, a role, and whom the roles that it makes are for. */
export function* modeFindings(environment: Draft<Environment>, mode: Mode): Generator<Finding> {
  if (mode !== "aws") return;
  const { accountId, deployRoleArn, terraformAccess } = environment;
  if (accountId === DUMMY_ACCOUNT_ID) {
    const allowed = "in aws mode the 12 digits of the account that it may be deployed to";
    yield { path: "accountId", got: "none, or the dummy", allowed };
  }
  if (deployRoleArn === undefined) {
    const allowed = "in aws mode the ARN of the role that Terraform takes";
    yield { path: "deployRoleArn", got: "none", allowed };
  }
  if (terraformAccess?.github?.repository === DUMMY_REPOSITORY) {
    const allowed = "in aws mode the repository whose workflows plan and apply, or principals in its place";
    yield { path: "terraformAccess", got: "none, or the dummy", allowed };
  }
}
