import { terraformRoleArn } from "../platform/terraform-access/names";
import type { BallastStackProps } from "./ballast-stack";

/** How Terraform takes its role, as the provider and the S3 backend both write it. */
export type AssumedRole =
  | { readonly assumeRole: Taken; readonly assumeRoleWithWebIdentity?: undefined }
  | {
      readonly assumeRole?: undefined;
      readonly assumeRoleWithWebIdentity: Taken & { readonly webIdentityTokenFile: string };
    };

interface Taken {
  readonly roleArn: string;
  readonly sessionName: string;
}

/** The role of a stack's provider and backend in the sandbox; `undefined` where the owner comes himself. */
export function roleInSandbox({ environment, sandbox, applyRoleArn }: BallastStackProps): Taken | undefined {
  if (sandbox?.role === undefined) return undefined;
  const isOthers = sandbox.role === "apply" && applyRoleArn !== undefined;
  return {
    roleArn: isOthers ? applyRoleArn : terraformRoleArn(environment, sandbox.role),
    sessionName: `ballast-${environment.name}`,
  };
}

/**
 * The role of a stack's provider and backend in `aws` mode. A pipeline's token takes it at once, where another role in
 * between would end the session after an hour and be one more that must be trusted.
 */
export function assumedRole({ environment, session, applyRoleArn }: BallastStackProps): AssumedRole {
  const { role = "apply", webIdentityTokenFile } = session ?? {};
  const taken = {
    // The mode's check has refused an environment without it.
    roleArn:
      role === "plan" ? terraformRoleArn(environment, "plan") : (applyRoleArn ?? environment.deployRoleArn ?? ""),
    sessionName: `ballast-${environment.name}`,
  };
  return webIdentityTokenFile === undefined
    ? { assumeRole: taken }
    : { assumeRoleWithWebIdentity: { ...taken, webIdentityTokenFile } };
}
