import type { Mode } from "../mode";
import { DUMMY_ACCOUNT_ID, type Environment } from "../schema";
import type { Draft, Finding } from "./finding";

/** What `aws` mode needs beside: an account and a role. */
export function* modeFindings(environment: Draft<Environment>, mode: Mode): Generator<Finding> {
  if (mode !== "aws") return;
  const { accountId, deployRoleArn } = environment;
  if (accountId === DUMMY_ACCOUNT_ID) {
    const allowed = "in aws mode the 12 digits of the account that it may be deployed to";
    yield { path: "accountId", got: "none, or the dummy", allowed };
  }
  if (deployRoleArn === undefined) {
    const allowed = "in aws mode the ARN of the role that Terraform takes";
    yield { path: "deployRoleArn", got: "none", allowed };
  }
}
