import type { Statement } from "../../plan/facts/policies";
import { statementsOf } from "../../plan/facts/policies";
import { Unknown } from "../../plan/value";
import type { Aws } from "../client";

/** A policy of a role, as the emulator has it. */
export interface RolePolicy {
  readonly name: string;
  readonly statements: readonly Statement[];
}

/** What a role may do: its policies, its own and attached, and what bounds it. */
export interface RolePolicies {
  readonly policies: readonly RolePolicy[];
  /** @default - nothing does */
  readonly boundary?: RolePolicy;
}

/** Reads a role's policies: those that the bootstrap has applied, references resolved. @throws AwsError if there is no such role */
export async function policiesOfRole(role: string, aws: Aws): Promise<RolePolicies> {
  const iam = (operation: string, parameters: object) => aws.call("iam", operation, { ...parameters });
  const { Role } = await iam("GetRole", { RoleName: role });
  const attached = await iam("ListAttachedRolePolicies", { RoleName: role });
  const own = await iam("ListRolePolicies", { RoleName: role });
  const managed = async (arn: string): Promise<RolePolicy> => {
    const { Policy } = await iam("GetPolicy", { PolicyArn: arn });
    const version = await iam("GetPolicyVersion", { PolicyArn: arn, VersionId: Policy.DefaultVersionId });
    return policy(Policy.PolicyName, version.PolicyVersion.Document);
  };
  const inline = async (name: string): Promise<RolePolicy> => {
    const { PolicyDocument } = await iam("GetRolePolicy", { RoleName: role, PolicyName: name });
    return policy(name, PolicyDocument);
  };
  const boundary: string | undefined = Role.PermissionsBoundary?.PermissionsBoundaryArn;
  return {
    policies: [
      ...(await Promise.all(names(own.PolicyNames).map((name) => inline(String(name))))),
      ...(await Promise.all(names(attached.AttachedPolicies).map((one) => managed(Object(one).PolicyArn)))),
    ],
    ...(boundary === undefined ? {} : { boundary: await managed(boundary) }),
  };
}

const names = (list: unknown): readonly unknown[] => (Array.isArray(list) ? list : []);

function policy(name: string, document: string): RolePolicy {
  const text = document.trimStart().startsWith("{") ? document : decodeURIComponent(document);
  const statements = statementsOf(text);
  if (statements instanceof Unknown) throw new Error(`${name} is no policy: ${text.slice(0, 200)}`);
  return { name, statements };
}
