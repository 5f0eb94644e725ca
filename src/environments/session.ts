import { InputError } from "./problem";

/** `plan`: the role that changes nothing; `apply`: the one that deploys. */
export const TERRAFORM_ROLES = ["plan", "apply"] as const;
export type TerraformRoleKind = (typeof TERRAFORM_ROLES)[number];

/** As whom Terraform comes to AWS, in `aws` mode. */
export interface Session {
  readonly role: TerraformRoleKind;
  /**
   * File with the token of a pipeline's OpenID Connect provider, by which the role is taken.
   * @default - none: the role is taken by the credentials that Terraform finds
   */
  readonly webIdentityTokenFile?: string;
}

type Variables = { readonly [variable: string]: string | undefined };

/**
 * The session that the variables ask for: `BALLAST_ROLE` (`apply` where it is empty or not set), and
 * `BALLAST_TOKEN_FILE`, which pipelines set. Not AWS's own variable for it: in Terraform's environment, without
 * `AWS_ROLE_ARN`, the AWS SDK refuses that one before it looks at the provider's settings.
 *
 * @throws InputError on any other role
 */
export function parseSession({ BALLAST_ROLE: text, BALLAST_TOKEN_FILE: file }: Variables): Session {
  const token = file === undefined || file === "" ? {} : { webIdentityTokenFile: file };
  if (text === undefined || text === "") return { role: "apply", ...token };
  const role = TERRAFORM_ROLES.find((known) => known === text);
  if (role !== undefined) return { role, ...token };
  throw new InputError([
    { file: "BALLAST_ROLE", path: "", got: JSON.stringify(text), allowed: `one of ${TERRAFORM_ROLES.join(", ")}` },
  ]);
}
