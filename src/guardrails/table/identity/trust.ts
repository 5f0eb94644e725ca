import type { Rule } from "../../rule";
import { githubClaimsExact } from "../../rules/identity/github-claims-exact";
import { grantsToServicesNameTheirSource } from "../../rules/identity/grants-to-services-name-their-source";
import { oneAccount } from "../../rules/identity/one-account";
import { resourcePoliciesNotPublic } from "../../rules/identity/resource-policies-not-public";
import { trustNamesItsSource } from "../../rules/identity/trust-names-its-source";
import { trustNotAnyone } from "../../rules/identity/trust-not-anyone";
import { trustsItsService } from "../../rules/identity/trusts-its-service";

/** Who may take a role, and who may use a resource. */
export const trust: readonly Rule[] = [
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
];
