import type { Plan, Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { allows } from "../../vocabulary/grants";
import { identityPolicies } from "../../vocabulary/permissions";
import { isAbout } from "../../vocabulary/statements";

/** What a pipeline never needs: on the state, its key and its locks, on its own policies, on boundaries. */
const DENIED = [
  "dynamodb:DeleteResourcePolicy",
  "dynamodb:DeleteTable",
  "dynamodb:PutResourcePolicy",
  "dynamodb:UpdateContinuousBackups",
  "dynamodb:UpdateTable",
  "dynamodb:UpdateTimeToLive",
  "iam:AttachRolePolicy",
  "iam:CreatePolicy",
  "iam:CreatePolicyVersion",
  "iam:CreateRole",
  "iam:DeletePolicy",
  "iam:DeletePolicyVersion",
  "iam:DeleteRole",
  "iam:DeleteRolePermissionsBoundary",
  "iam:DeleteRolePolicy",
  "iam:DeleteUserPermissionsBoundary",
  "iam:DetachRolePolicy",
  "iam:PutRolePermissionsBoundary",
  "iam:PutRolePolicy",
  "iam:SetDefaultPolicyVersion",
  "iam:UpdateAssumeRolePolicy",
  "iam:UpdateRole",
  "kms:CreateGrant",
  "kms:DeleteAlias",
  "kms:DisableKey",
  "kms:DisableKeyRotation",
  "kms:PutKeyPolicy",
  "kms:ScheduleKeyDeletion",
  "kms:UpdateAlias",
  "s3:DeleteBucket",
  "s3:DeleteBucketPolicy",
  "s3:DeleteObject",
  "s3:DeleteObjectVersion",
  "s3:PutBucketAcl",
  "s3:PutBucketLogging",
  "s3:PutBucketOwnershipControls",
  "s3:PutBucketPolicy",
  "s3:PutBucketPublicAccessBlock",
  "s3:PutBucketVersioning",
  "s3:PutEncryptionConfiguration",
  "s3:PutLifecycleConfiguration",
  "s3:PutReplicationConfiguration",
];

export const pipelinesFenced: Check = (plan) =>
  plan
    .resources("aws_iam_role")
    .filter((role) => allows(plan, role, "iam:CreateRole"))
    .map((role) => {
      const open = DENIED.filter((action) => !denies(plan, role, action));
      return judge(role.address, open.length === 0, `it makes roles, and isn't denied ${open.join(", ")} on anything`);
    });

/** On something at least: what exactly depends on where the state is. */
function denies(plan: Plan, { address }: Resource, action: string): boolean {
  return identityPolicies(plan)
    .filter(({ roles }) => roles.some((role) => role.address === address))
    .some(
      ({ statements }) =>
        statements instanceof Unknown ||
        statements.some((statement) => statement.effect === "Deny" && isAbout(statement, action)),
    );
}
