import type { Aws } from "../client";
import type { Call } from "../protocol/call";
import type { Asked } from "./requests";
import { ACCOUNT } from "./resources";

const BOUNDARY = "iam:permissionsboundary";

/** What IAM is asked about a call of its own: roles have paths, and a boundary that conditions look at. */
export async function askedAboutIdentities({ operation, parameters }: Call, aws: Aws): Promise<readonly Asked[]> {
  const action = `iam:${operation}`;
  const iam = (resource: string) => `arn:aws:iam::${ACCOUNT}:${resource}`;
  const { RoleName, InstanceProfileName, PolicyArn, PolicyName, PermissionsBoundary, AWSServiceName } = parameters;
  if (operation === "CreateServiceLinkedRole") {
    const suffix = parameters.CustomSuffix === undefined ? "" : `_${parameters.CustomSuffix}`;
    const resource = iam(`role/aws-service-role/${AWSServiceName}/AWSServiceRoleForService${suffix}`);
    return [{ action, resource, keys: { "iam:awsservicename": [String(AWSServiceName)] } }];
  }
  const deleted = /^task\/(aws-service-role\/.+)\/[^/]+$/.exec(String(parameters.DeletionTaskId))?.[1];
  if (deleted !== undefined) return [{ action, resource: iam(`role/${deleted}`), keys: {} }];
  if (InstanceProfileName !== undefined) {
    return [{ action, resource: iam(`instance-profile/${InstanceProfileName}`), keys: {} }];
  }
  if (RoleName !== undefined) {
    const { arn = iam(`role/${RoleName}`), boundary } = await roleOf(String(RoleName), aws);
    const bounded = PermissionsBoundary === undefined ? boundary : String(PermissionsBoundary);
    const keys = {
      ...(bounded === undefined ? {} : { [BOUNDARY]: [bounded] }),
      ...(PolicyArn === undefined ? {} : { "iam:policyarn": [String(PolicyArn)] }),
    };
    return [{ action, resource: arn, keys }];
  }
  if (PolicyArn !== undefined) return [{ action, resource: String(PolicyArn), keys: {} }];
  if (PolicyName !== undefined) return [{ action, resource: iam(`policy/${PolicyName}`), keys: {} }];
  return [{ action, resource: "*", keys: {} }];
}

async function roleOf(name: string, aws: Aws): Promise<{ readonly arn?: string; readonly boundary?: string }> {
  try {
    const { Role } = await aws.call("iam", "GetRole", { RoleName: name });
    return { arn: Role.Arn, boundary: Role.PermissionsBoundary?.PermissionsBoundaryArn };
  } catch {
    return {};
  }
}
