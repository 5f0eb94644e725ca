import type { Rule } from "../rule";
import { actionsInFull } from "../rules/identity/actions-in-full";
import { agentBoundToItsCluster } from "../rules/identity/agent-bound-to-its-cluster";
import { agentMayJoin } from "../rules/identity/agent-may-join";
import { conditionsNameRegionsAndAccounts } from "../rules/identity/conditions-name-regions-and-accounts";
import { exactResources } from "../rules/identity/exact-resources";
import { exclusiveAttachments } from "../rules/identity/exclusive-attachments";
import { exclusiveInlinePolicies } from "../rules/identity/exclusive-inline-policies";
import { flowLogRoleMayWrite } from "../rules/identity/flow-log-role-may-write";
import { githubClaimsExact } from "../rules/identity/github-claims-exact";
import { grantsToServicesNameTheirSource } from "../rules/identity/grants-to-services-name-their-source";
import { instanceRoleReadsNoSecrets } from "../rules/identity/instance-role-reads-no-secrets";
import { noAccessKeys } from "../rules/identity/no-access-keys";
import { noAdministratorPolicies } from "../rules/identity/no-administrator-policies";
import { noCredentialsHandedOut } from "../rules/identity/no-credentials-handed-out";
import { noNotAction } from "../rules/identity/no-not-action";
import { noPrefixesOfNames } from "../rules/identity/no-prefixes-of-names";
import { noPrivilegeEscalation } from "../rules/identity/no-privilege-escalation";
import { noWildcardActions } from "../rules/identity/no-wildcard-actions";
import { oneAccount } from "../rules/identity/one-account";
import { passRoleLimited } from "../rules/identity/pass-role-limited";
import { policiesComplete } from "../rules/identity/policies-complete";
import { policiesOnRolesOnly } from "../rules/identity/policies-on-roles-only";
import { resourcePoliciesNotPublic } from "../rules/identity/resource-policies-not-public";
import { resourcesNameRegionsAndAccounts } from "../rules/identity/resources-name-regions-and-accounts";
import { trustNamesItsSource } from "../rules/identity/trust-names-its-source";
import { trustNotAnyone } from "../rules/identity/trust-not-anyone";
import { trustsItsService } from "../rules/identity/trusts-its-service";

export const identity: readonly Rule[] = [
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
    id: "identity/trust-not-anyone",
    severity: "high",
    title: "Roles are taken by named principals only",
    why: "A trust in * is a public role; one in a whole account trusts whoever is careless there.",
    fix: "Name the service or the role in the trust policy.",
    references: ["CKV_AWS_60", "CKV_AWS_61", "CKV_AWS_283"],
    check: trustNotAnyone,
  },
  {
    id: "identity/trust-names-its-source",
    severity: "medium",
    title: "Roles of services are taken for this account's resources only",
    why: "Without it, somebody else's resource in another account can have the service take the role: the confused deputy.",
    fix: "Add conditions on aws:SourceAccount and aws:SourceArn to the trust policy.",
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
      "Prowler iam_role_cross_service_confused_deputy_prevention",
    ],
    check: trustNamesItsSource,
  },
  {
    id: "identity/github-claims-exact",
    severity: "high",
    title: "Roles of GitHub's workflows are for one repository, and a named part of it",
    why: "Whoever may run a workflow there takes the role: in a branch of his own, or in a repository of that name elsewhere.",
    fix: "Ask for token.actions.githubusercontent.com:sub by StringEquals, as repo:ORGANIZATION/REPOSITORY:environment:NAME.",
    references: ["CKV_AWS_393", "CKV_AWS_358"],
    check: githubClaimsExact,
  },
  {
    id: "identity/resource-policies-not-public",
    severity: "high",
    title: "Policies of topics, queues, buses, repositories and secrets let in nobody of any account",
    why: "Anybody with an AWS account may call it: publish, read, or fill it at your cost.",
    fix: "Name accounts, roles or services as the Principal of each Allow, or put a condition on aws:PrincipalAccount or aws:PrincipalOrgID.",
    references: ["CKV_AWS_169", "CKV_AWS_283", "FSBP SNS.4"],
    check: resourcePoliciesNotPublic,
  },
  {
    id: "identity/grants-to-services-name-their-source",
    severity: "medium",
    title: "Policies let services in for this account's resources only",
    why: "A service works for every account: without a source, somebody else's alarm, rule or bucket makes it write to your topic, queue or function.",
    fix: "Add aws:SourceArn or aws:SourceAccount to the statement's Condition, or source_arn to the aws_lambda_permission.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"],
    check: grantsToServicesNameTheirSource,
  },
  {
    id: "identity/one-account",
    severity: "high",
    title: "Policies and their conditions name one account, the same in all of them",
    why: "A wrong number lets another account in, or locks one's own out, of a role, a key, a bucket or an endpoint.",
    fix: "Write one's own account in aws:SourceAccount, aws:PrincipalAccount, aws:ResourceAccount and the principals of keys; exempt what is shared on purpose.",
    references: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
      "CKV_AWS_385",
      "FSBP S3.6",
      "Prowler dynamodb_table_cross_account_access",
      "Prowler eventbridge_bus_cross_account_access",
    ],
    check: oneAccount,
  },
  {
    id: "identity/trusts-its-service",
    severity: "high",
    title: "Roles trust the service that takes them",
    why: "Otherwise tasks don't start, agents have no credentials, and logs stay empty.",
    fix: "Allow sts:AssumeRole to the service (ecs-tasks, ec2, vpc-flow-logs) in assume_role_policy.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html"],
    check: trustsItsService,
  },
  {
    id: "identity/agent-may-join",
    severity: "high",
    title: "The instance role lets the ECS agent do its work",
    why: "Otherwise instances run and are paid for, and never join the cluster; or ECS never hears that a task has stopped.",
    fix: "Allow the agent's calls on the cluster and its container instances in the instance role's policy.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html"],
    check: agentMayJoin,
  },
  {
    id: "identity/agent-bound-to-its-cluster",
    severity: "medium",
    title: "ECS agents act as instances of their own cluster only",
    why: "One instance that is broken into drains the instances of every other cluster, or listens to their tasks.",
    fix: "Put a condition on ecs:cluster to each statement that allows ecs:Poll, ecs:StartTelemetrySession or ecs:UpdateContainerInstancesState.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html"],
    check: agentBoundToItsCluster,
  },
  {
    id: "identity/flow-log-role-may-write",
    severity: "medium",
    title: "The role of a flow log may write it",
    why: "Otherwise the flow log is there, costs nothing, and stays empty: nobody notices before it is needed.",
    fix: "Allow logs:CreateLogStream and logs:PutLogEvents on the log group in the role's policy.",
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html"],
    check: flowLogRoleMayWrite,
  },
  {
    id: "identity/instance-role-reads-no-secrets",
    severity: "high",
    title: "Instances themselves can't read secrets",
    why: "Whatever escapes from a container is the instance: with that right it has the secrets of every service on it.",
    fix: "Leave reading to the execution roles; AmazonSSMManagedInstanceCore reads every parameter of the account.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html"],
    check: instanceRoleReadsNoSecrets,
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
  {
    id: "identity/policies-complete",
    severity: "high",
    title: "Policies say version, effect, actions, resources and principals",
    why: "AWS refuses a statement that lacks one, in the middle of an apply; without the version of 2012, variables such as ${aws:username} are plain text.",
    fix: 'Give the policy Version = "2012-10-17", and each statement what it lacks.',
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html"],
    check: policiesComplete,
  },
  {
    id: "identity/actions-in-full",
    severity: "medium",
    title: "Policies name each action in full",
    why: "ecr:Get* is what AWS makes of it: an action that is added next year, and that nobody here has looked at, is allowed on that day.",
    fix: "List the actions that are called. Describe and List may keep a wildcard: they change nothing and read no data.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"],
    check: actionsInFull,
  },
  {
    id: "identity/no-prefixes-of-names",
    severity: "medium",
    title: "Policies continue no resource's own name by a wildcard",
    why: "Of a log group web, arn* is also web-billing: whatever begins alike, made by anybody, later.",
    fix: "Put the separator before the wildcard, as in arn:* or arn/*, or leave it out.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html"],
    check: noPrefixesOfNames,
  },
  {
    id: "identity/conditions-name-regions-and-accounts",
    severity: "medium",
    title: "Conditions on ARNs name region, account, kind of resource, and its name where it has one",
    why: "A wildcard in their place lets the same service act for another region, another account or another of its resources, which is what the condition is there against.",
    fix: "Write region and account into the ARN of the condition, and the type of resource: arn:aws:ec2:REGION:ACCOUNT:vpc-flow-log/*; of rules, machines, alarms, roles, policies and clusters, a name or its prefix too.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"],
    check: conditionsNameRegionsAndAccounts,
  },
  {
    id: "identity/resources-name-regions-and-accounts",
    severity: "medium",
    title: "Policies allow what is in one region and one account",
    why: "A wildcard for the region opens the copy of a name in sixteen other regions, where nobody looks; one for the account opens those that others share. A bare * after the account is every kind of thing that the service has.",
    fix: "Write region and account into the ARNs of Allow statements, and the type of resource before the wildcard.",
    references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html"],
    check: resourcesNameRegionsAndAccounts,
  },
];
