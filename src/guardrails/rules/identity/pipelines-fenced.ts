import type { PolicyText } from "../../../plan/facts/policies";
import type { Plan, Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { identityPolicies, isOpenText, textOf } from "../../vocabulary/permissions";
import { pipelines } from "../../vocabulary/pipelines";
import { coversArn, isAbout } from "../../vocabulary/statements";

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
  pipelines(plan).map((role) => {
    const open = DENIED.filter((action) => !denies(plan, role, action));
    return judge(role.address, open.length === 0, `it makes roles, and isn't denied ${open.join(", ")} on anything`);
  });

/** On everything, or on what is there to be kept: itself, a policy or another resource of the plan, or a name beside them. */
function denies(plan: Plan, role: Resource, action: string): boolean {
  return identityPolicies(plan)
    .filter(({ roles }) => roles.some(({ address }) => address === role.address))
    .some(
      ({ statements }) =>
        statements instanceof Unknown ||
        statements.some(
          (statement) =>
            statement.effect === "Deny" &&
            isAbout(statement, action) &&
            statement.resources.some((resource) => keeps(plan, role, action, resource)),
        ),
    );
}

/** Of actions on roles, the role itself; of those on policies, one of the plan. */
function keeps(plan: Plan, role: Resource, action: string, resource: PolicyText): boolean {
  const text = textOf(resource);
  if (text === "*") return true;
  const names = (type: string) => plan.resources(type).map((one) => String(one.get("name")));
  if (/^iam:\w*Policy(Version)?$/.test(action) && !/Role/.test(action)) {
    return (
      plan.referenced(resource, "aws_iam_policy").length > 0 ||
      names("aws_iam_policy").some((name) => coversArn(lastOf(text), name))
    );
  }
  if (action.startsWith("iam:")) {
    return (
      plan.referenced(resource, "aws_iam_role").includes(role) || coversArn(lastOf(text), String(role.get("name")))
    );
  }
  return isOpenText(resource) || plan.referenced(resource).length > 0;
}

const lastOf = (arn: string) => arn.split("/").at(-1) ?? arn;
