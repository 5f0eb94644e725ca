import type { Check } from "../../rule";
import { judgePermissions } from "../../vocabulary/permissions";
import { conditionsOn, isAbout } from "../../vocabulary/statements";

/** Each of these alone is enough to become somebody with more rights. */
const ESCALATIONS = [
  "iam:AddUserToGroup",
  "iam:AttachGroupPolicy",
  "iam:AttachRolePolicy",
  "iam:AttachUserPolicy",
  "iam:CreateAccessKey",
  "iam:CreateLoginProfile",
  "iam:CreatePolicyVersion",
  "iam:DeleteRolePermissionsBoundary",
  "iam:PutGroupPolicy",
  "iam:PutRolePolicy",
  "iam:PutUserPolicy",
  "iam:SetDefaultPolicyVersion",
  "iam:UpdateAssumeRolePolicy",
  "iam:UpdateLoginProfile",
];

/** A permissions boundary on what is made or changed keeps it from having more. */
export const noPrivilegeEscalation: Check = (plan) =>
  judgePermissions(plan, (statement) =>
    conditionsOn(statement, /^iam:PermissionsBoundary$/i).length > 0
      ? []
      : ESCALATIONS.filter((action) => isAbout(statement, action)),
  );
