import type { Environment } from "../../environments/schema";
import type { Statement } from "../policy";
import type { Grant } from "./grant";
import { mergeGrants } from "./merge";
import { boundaryArn, terraformRoleArn } from "./names";
import type { StateStore } from "./state-access";

/** What changes a role, its policies or its trust. */
const ROLE_CHANGES = [
  "iam:AttachRolePolicy",
  "iam:DeleteRole",
  "iam:DeleteRolePermissionsBoundary",
  "iam:DeleteRolePolicy",
  "iam:DetachRolePolicy",
  "iam:PutRolePermissionsBoundary",
  "iam:PutRolePolicy",
  "iam:TagRole",
  "iam:UntagRole",
  "iam:UpdateAssumeRolePolicy",
  "iam:UpdateRole",
  "iam:UpdateRoleDescription",
];

/**
 * What the apply role may not do whatever else allows it, now or later: nobody does these from a pipeline. The Allow
 * statements don't reach most of it either; a Deny outlives a careless addition to them.
 */
export function protectionStatements(
  environment: Environment,
  store: StateStore & { readonly accessLogsBucketArn: string },
  destroyProtected: readonly Grant[],
): readonly Statement[] {
  const { accountId, disposable } = environment;
  const buckets = [store.bucketArn, store.accessLogsBucketArn];
  const ownPolicies = [boundaryArn(environment), `arn:aws:iam::${accountId}:policy/${environment.name}-terraform-*`];
  const deny = (
    Sid: string,
    Action: readonly string[],
    Resource: string | readonly string[],
    more = {},
  ): Statement => ({
    Sid,
    Effect: "Deny",
    Action,
    Resource,
    ...more,
  });
  return [
    deny("KeepStateVersions", ["s3:DeleteObjectVersion"], `${store.bucketArn}/*`),
    deny("KeepStates", ["s3:DeleteObject"], `${store.bucketArn}/*/terraform.tfstate`),
    deny(
      "KeepStateBucket",
      [
        "s3:DeleteBucket",
        "s3:DeleteBucketPolicy",
        "s3:PutBucketAcl",
        "s3:PutBucketLogging",
        "s3:PutBucketOwnershipControls",
        "s3:PutBucketPolicy",
        "s3:PutBucketPublicAccessBlock",
        "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration",
        "s3:PutLifecycleConfiguration",
        "s3:PutReplicationConfiguration",
      ],
      buckets,
    ),
    deny(
      "KeepStateKey",
      [
        "kms:CreateGrant",
        "kms:DeleteAlias",
        "kms:DisableKey",
        "kms:DisableKeyRotation",
        "kms:PutKeyPolicy",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:UpdateAlias",
      ],
      store.keyArn,
    ),
    deny(
      "KeepLockTable",
      [
        "dynamodb:DeleteResourcePolicy",
        "dynamodb:DeleteTable",
        "dynamodb:PutResourcePolicy",
        "dynamodb:UpdateContinuousBackups",
        "dynamodb:UpdateTable",
        "dynamodb:UpdateTimeToLive",
      ],
      store.lockTableArn,
    ),
    deny(
      "KeepTerraformsPolicies",
      [
        "iam:CreatePolicy",
        "iam:CreatePolicyVersion",
        "iam:DeletePolicy",
        "iam:DeletePolicyVersion",
        "iam:SetDefaultPolicyVersion",
        "iam:TagPolicy",
        "iam:UntagPolicy",
      ],
      ownPolicies,
    ),
    deny("KeepTerraformsRoles", ROLE_CHANGES, [
      terraformRoleArn(environment, "plan"),
      terraformRoleArn(environment, "apply"),
    ]),
    deny("KeepBoundaries", ["iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"], "*"),
    deny(
      "BoundEveryRole",
      [
        "iam:AttachRolePolicy",
        "iam:CreateRole",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
        "iam:UpdateAssumeRolePolicy",
      ],
      "*",
      { Condition: { StringNotEquals: { "iam:PermissionsBoundary": boundaryArn(environment) } } },
    ),
    deny("KeepKeysInUse", ["kms:DisableKey"], `arn:aws:kms:*:${accountId}:key/*`),
    ...(disposable
      ? []
      : mergeGrants(withoutConditions(destroyProtected)).map((statement, index) => ({
          ...statement,
          Sid: `KeepProtected${index + 1}`,
          Effect: "Deny" as const,
        }))),
  ];
}

/**
 * A Deny holds for whoever it may be, marked or not. What a deletion reads on the way isn't denied: other changes read it too.
 */
function withoutConditions(grants: readonly Grant[]): readonly Grant[] {
  return grants
    .map(({ actions, resources }) => ({ actions: actions.filter((action) => !isRead(action)), resources }))
    .filter(({ actions }) => actions.length > 0);
}

const isRead = (action: string): boolean => /:(Get|List|Describe)/.test(action);
