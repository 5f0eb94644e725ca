import type { Environment } from "../../environments/schema";
import type { TerraformRoleKind } from "../../environments/session";

/** Name of one of Terraform's two roles. */
export function terraformRoleName({ name }: Environment, kind: TerraformRoleKind): string {
  return `${name}-terraform-${kind}`;
}

/** Its ARN, for what stands in another stack, or outside Terraform. */
export function terraformRoleArn(environment: Environment, kind: TerraformRoleKind): string {
  return `arn:aws:iam::${environment.accountId}:role/${terraformRoleName(environment, kind)}`;
}

/** Name of the policy that bounds every role of the platform. */
export function boundaryName({ name }: Environment): string {
  return `${name}-boundary`;
}

/** Its ARN: the policy is in the state's stack, the roles are in the platform's. */
export function boundaryArn(environment: Environment): string {
  return `arn:aws:iam::${environment.accountId}:policy/${boundaryName(environment)}`;
}
