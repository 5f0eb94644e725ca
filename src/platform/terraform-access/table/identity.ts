import { type Access, type AccessTable, actionsOf, type Grant } from "../grant";
import { listed } from "../listed";
import type { Scope } from "../scope";
import { trustedServices } from "../trusted-services";

const iam = actionsOf("iam");

const roleArn = (scope: Scope, name: unknown): string => scope.globalArn("iam", `role/${scope.text(name)}`);

/** Whatever changes what a role may do asks for the boundary: a role without it could be given anything. */
const role: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  const services = trustedServices(resource);
  const pass: Grant = {
    actions: iam("PassRole"),
    resources,
    condition: { StringEquals: { "iam:PassedToService": services } },
  };
  return {
    read: [
      {
        actions: iam(
          "GetRole",
          "GetRolePolicy",
          "ListAttachedRolePolicies",
          "ListInstanceProfilesForRole",
          "ListRolePolicies",
        ),
        resources,
      },
    ],
    create: [
      { actions: iam("CreateRole"), resources, condition: scope.bounded },
      { actions: iam("TagRole"), resources },
      ...(services.length === 0 ? [] : [pass]),
    ],
    update: [
      { actions: iam("PutRolePermissionsBoundary", "UpdateAssumeRolePolicy"), resources, condition: scope.bounded },
      { actions: iam("UntagRole", "UpdateRole", "UpdateRoleDescription"), resources },
    ],
    delete: [{ actions: iam("DeleteRole"), resources, condition: scope.bounded }],
  };
};

const rolePolicy: Access = ({ body }, scope) => {
  const resources = [roleArn(scope, body.role)];
  const put = [{ actions: iam("PutRolePolicy"), resources, condition: scope.bounded }];
  return {
    read: [{ actions: iam("GetRolePolicy"), resources }],
    create: put,
    update: put,
    delete: [{ actions: iam("DeleteRolePolicy"), resources, condition: scope.bounded }],
  };
};

/** Takes away what was added by hand. */
const rolePoliciesExclusive: Access = ({ body }, scope) => {
  const resources = [roleArn(scope, body.role_name)];
  const take = [{ actions: iam("DeleteRolePolicy"), resources, condition: scope.bounded }];
  return { read: [{ actions: iam("ListRolePolicies"), resources }], create: take, update: take };
};

const attachmentsExclusive: Access = ({ body }, scope) => {
  const resources = [roleArn(scope, body.role_name)];
  const take = { actions: iam("DetachRolePolicy"), resources, condition: scope.bounded };
  const both = [take, ...attaches(scope, resources, listed(body.policy_arns))];
  return { read: [{ actions: iam("ListAttachedRolePolicies"), resources }], create: both, update: both };
};

const attachment: Access = ({ body }, scope) => {
  const resources = [roleArn(scope, body.role)];
  return {
    read: [{ actions: iam("ListAttachedRolePolicies"), resources }],
    create: attaches(scope, resources, [body.policy_arn]),
    delete: [{ actions: iam("DetachRolePolicy"), resources, condition: scope.bounded }],
  };
};

/** Exactly the policies that are named, to roles with the boundary. */
function attaches(scope: Scope, resources: readonly string[], policies: readonly unknown[]): readonly Grant[] {
  if (policies.length === 0) return [];
  const arns = policies.map((policy) => scope.text(policy));
  const condition = { ...scope.bounded, ArnEquals: { "iam:PolicyARN": arns } };
  return [{ actions: iam("AttachRolePolicy"), resources, condition }];
}

const policy: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  return {
    read: [{ actions: iam("GetPolicy", "GetPolicyVersion", "ListPolicyVersions"), resources }],
    create: [{ actions: iam("CreatePolicy", "TagPolicy"), resources }],
    update: [{ actions: iam("CreatePolicyVersion", "DeletePolicyVersion", "UntagPolicy"), resources }],
    delete: [{ actions: iam("DeletePolicy", "DeletePolicyVersion"), resources }],
  };
};

const instanceProfile: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  return {
    read: [{ actions: iam("GetInstanceProfile"), resources }],
    create: [{ actions: iam("AddRoleToInstanceProfile", "CreateInstanceProfile", "TagInstanceProfile"), resources }],
    update: [{ actions: iam("RemoveRoleFromInstanceProfile", "UntagInstanceProfile"), resources }],
    delete: [{ actions: iam("DeleteInstanceProfile", "RemoveRoleFromInstanceProfile"), resources }],
  };
};

const serviceLinkedRole: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  const service = scope.text(resource.body.aws_service_name);
  return {
    read: [{ actions: iam("GetRole"), resources }],
    create: [
      {
        actions: iam("CreateServiceLinkedRole"),
        resources,
        condition: { StringEquals: { "iam:AWSServiceName": service } },
      },
      { actions: iam("TagRole"), resources },
    ],
    update: [{ actions: iam("UntagRole", "UpdateRole", "UpdateRoleDescription"), resources }],
    delete: [{ actions: iam("DeleteServiceLinkedRole", "GetServiceLinkedRoleDeletionStatus"), resources }],
  };
};

export const identity: AccessTable = {
  aws_iam_instance_profile: instanceProfile,
  aws_iam_policy: policy,
  aws_iam_role: role,
  aws_iam_role_policies_exclusive: rolePoliciesExclusive,
  aws_iam_role_policy: rolePolicy,
  aws_iam_role_policy_attachment: attachment,
  aws_iam_role_policy_attachments_exclusive: attachmentsExclusive,
  aws_iam_service_linked_role: serviceLinkedRole,
};
