import type { TerraformRoleKind } from "../../../src/environments/session";
import { synthesized } from "../synthesized";
import type { PolicyDocument, PolicyStatement } from "./policy";

/** Every statement of a role of Terraform's, as synthesized: its own and those of the policies that it has. */
export function statementsOfTerraformRole(environment: string, role: TerraformRoleKind): readonly PolicyStatement[] {
  const stack = synthesized(environment).get(`${environment}-state`);
  const resources: {
    readonly [type: string]: { readonly [name: string]: { readonly [field: string]: string } };
  } = Object(stack).resource;
  const named = (type: string) => Object.entries(resources[type] ?? {});
  const isRoles = (body: { readonly [field: string]: string }) =>
    Object.values(named("aws_iam_role")).some(
      ([name, { name: roleName = "" }]) =>
        roleName.endsWith(`-terraform-${role}`) && body.role === `\${aws_iam_role.${name}.name}`,
    );
  const attached = named("aws_iam_role_policy_attachment").filter(([, body]) => isRoles(body));
  const policies = named("aws_iam_policy").filter(([name]) =>
    attached.some(([, { policy_arn }]) => policy_arn === `\${aws_iam_policy.${name}.arn}`),
  );
  const own = named("aws_iam_role_policy").filter(([, body]) => isRoles(body));
  return [...own, ...policies].flatMap(([, { policy = "" }]) => {
    const document: PolicyDocument = JSON.parse(policy);
    return document.Statement;
  });
}

/** Whether a pattern of a policy is about a resource; a reference of Terraform's stands for anything. */
export function matchesPattern(pattern: string, resource: string): boolean {
  const text = pattern
    .replaceAll(/\$\{[^}]*\}/g, "*")
    .replaceAll(/[\\^$.+()[\]{}|]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${text}$`, "s").test(resource);
}
