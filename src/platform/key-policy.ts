import type { Environment } from "../environments/schema";
import type { Statement } from "./policy";

/** The account itself, as a principal: what it is granted, its IAM policies may hand on. */
export function accountPrincipal(environment: Environment): { readonly AWS: string } {
  return { AWS: `arn:aws:iam::${environment.accountId}:root` };
}

/**
 * The account administers the key, by its IAM policies, and no more than that. AWS's own default is `kms:*`, with which
 * any IAM policy of the account that says `kms:Decrypt` on `*` opens every key. Administration alone is enough: the
 * key can't lock its owners out, since they may change its policy, and each use has a statement of its own. For the
 * same reason `kms:CreateGrant` isn't here: a grant is a use, handed on.
 */
export function administrationStatement(environment: Environment): Statement {
  return {
    Sid: "AccountAdministers",
    Principal: accountPrincipal(environment),
    Action: [
      "kms:CancelKeyDeletion",
      "kms:CreateAlias",
      "kms:DeleteAlias",
      "kms:DescribeKey",
      "kms:DisableKey",
      "kms:DisableKeyRotation",
      "kms:EnableKey",
      "kms:EnableKeyRotation",
      "kms:GetKeyPolicy",
      "kms:GetKeyRotationStatus",
      "kms:ListGrants",
      "kms:ListKeyPolicies",
      "kms:ListKeyRotations",
      "kms:ListResourceTags",
      "kms:PutKeyPolicy",
      "kms:RetireGrant",
      "kms:RevokeGrant",
      "kms:RotateKeyOnDemand",
      "kms:ScheduleKeyDeletion",
      "kms:TagResource",
      "kms:UntagResource",
      "kms:UpdateAlias",
      "kms:UpdateKeyDescription",
    ],
    // In a key's policy, the key itself.
    Resource: "*",
  };
}

/** Days between the order to delete a key and its end, in which it can be taken back: AWS allows 7 to 30. */
export function deletionWindowInDays(environment: Environment): number {
  return environment.disposable ? 7 : 30;
}
