import type { Rule } from "../../rule";
import { exactResources } from "../../rules/identity/exact-resources";
import { exclusiveAttachments } from "../../rules/identity/exclusive-attachments";
import { exclusiveInlinePolicies } from "../../rules/identity/exclusive-inline-policies";
import { noAccessKeys } from "../../rules/identity/no-access-keys";
import { noAdministratorPolicies } from "../../rules/identity/no-administrator-policies";
import { noCredentialsHandedOut } from "../../rules/identity/no-credentials-handed-out";
import { noNotAction } from "../../rules/identity/no-not-action";
import { noPrivilegeEscalation } from "../../rules/identity/no-privilege-escalation";
import { noWildcardActions } from "../../rules/identity/no-wildcard-actions";
import { passRoleLimited } from "../../rules/identity/pass-role-limited";
import { policiesOnRolesOnly } from "../../rules/identity/policies-on-roles-only";

/** What policies allow. */
export const permissions: readonly Rule[] = [
  {
    id: "identity/no-wildcard-actions",
    severity: "high",
    title: "Policies allow no whole service",
    why: "What AWS adds to the service next month is then allowed as well, along with all that nobody thought of.",
    fix: "List the actions that are needed instead of * or service:*.",
    references: [
      "CKV_AWS_62",
      "CKV_AWS_63",
      "CKV2_AWS_40",
      "FSBP IAM.1",
      "FSBP IAM.21",
      "AVD-AWS-0057",
      "CKV_AWS_1",
      "CKV_AWS_49",
      "AVD-AWS-0345",
    ],
    check: noWildcardActions,
  },
  {
    id: "identity/no-not-action",
    severity: "high",
    title: "Policies allow what they list, not all but what they list",
    why: "Allow with NotAction or NotResource grants everything else, of every service, today's and tomorrow's.",
    fix: "Use Action and Resource in Allow statements.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html"],
    check: noNotAction,
  },
  {
    id: "identity/exact-resources",
    severity: "high",
    title: "Policies name the resources that they allow",
    why: "On *, one leaked role reads, changes or deletes what belongs to every other environment of the account.",
    fix: "List exact ARNs; actions that IAM can't limit are known to the rule.",
    references: [
      "CKV_AWS_355",
      "CKV_AWS_290",
      "CKV_AWS_288",
      "AVD-AWS-0057",
      "CKV_AWS_108",
      "CKV_AWS_109",
      "CKV_AWS_111",
      "CKV_AWS_289",
      "CKV_AWS_356",
      "FSBP KMS.1",
      "FSBP KMS.2",
    ],
    check: exactResources,
  },
  {
    id: "identity/pass-role-limited",
    severity: "high",
    title: "Roles are passed by exact ARN, to named services only",
    why: "iam:PassRole on * makes whoever has it as mighty as the mightiest role of the account.",
    fix: "List role ARNs, with a condition StringEquals on iam:PassedToService.",
    references: ["AVD-AWS-0342"],
    check: passRoleLimited,
  },
  {
    id: "identity/no-privilege-escalation",
    severity: "high",
    title: "Policies allow nothing that makes its holder mightier",
    why: "Whoever may change a policy or a trust gives himself the rest.",
    fix: "Take the action out, or bind it by a condition on iam:PermissionsBoundary.",
    references: ["CKV_AWS_286", "CKV_AWS_289", "CKV_AWS_110", "CKV_AWS_109"],
    check: noPrivilegeEscalation,
  },
  {
    id: "identity/no-credentials-handed-out",
    severity: "high",
    title: "Policies hand out no keys, passwords or session tokens",
    why: "Whoever has such a right takes an identity away with him, which works from anywhere and outlives his own.",
    fix: "Remove the action; roles are assumed by their trust policy, without a key.",
    references: ["CKV_AWS_287", "CKV_AWS_107"],
    check: noCredentialsHandedOut,
  },
  {
    id: "identity/no-administrator-policies",
    severity: "high",
    title: "No role, user or group has an administrator's policy",
    why: "AWS's own policies of that kind hold everything, or a whole service, on every resource.",
    fix: "Replace the attachment by an inline policy with what is needed.",
    references: ["CKV_AWS_274", "CKV2_AWS_56", "CKV_AWS_275"],
    check: noAdministratorPolicies,
  },
  {
    id: "identity/policies-on-roles-only",
    severity: "medium",
    title: "Policies are on roles and groups, not on users",
    why: "What one user may do is forgotten when he changes his work: nobody looks at users one by one.",
    fix: "Attach the policy to a role that people assume, or to a group.",
    references: ["CKV_AWS_40"],
    check: policiesOnRolesOnly,
  },
  {
    id: "identity/exclusive-inline-policies",
    severity: "medium",
    title: "Inline policies that were added by hand show in a plan",
    why: "Terraform looks only at the policies that it made: one that somebody adds in the console stays unseen for years.",
    fix: "Add aws_iam_role_policies_exclusive with the names of all inline policies of the role.",
    references: [
      "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role_policies_exclusive",
    ],
    check: exclusiveInlinePolicies,
  },
  {
    id: "identity/exclusive-attachments",
    severity: "medium",
    title: "Policies that were attached by hand show in a plan",
    why: "AdministratorAccess that somebody attaches for an hour in the console stays, and no plan shows it.",
    fix: "Add aws_iam_role_policy_attachments_exclusive with the ARNs of all policies attached to the role.",
    references: [
      "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role_policy_attachments_exclusive",
    ],
    check: exclusiveAttachments,
  },
  {
    id: "identity/no-access-keys",
    severity: "high",
    title: "There are no IAM users and no access keys",
    why: "A key never expires, stands in the state in plain text, and works from anywhere.",
    fix: "Use roles: for people by single sign-on, for pipelines by OIDC.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"],
    check: noAccessKeys,
  },
];
