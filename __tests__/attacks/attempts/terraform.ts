import type { Account } from "../../support/iam/account";
import { nameOf } from "../../support/iam/policy";
import { condition, denied, NOT_GRANTED, NOT_TRUSTED, type Protection } from "../../support/iam/protection";
import { ADMINISTRATOR, federated, role, STRANGER } from "../../support/iam/request";
import { type Attempt, HERE } from "./attempt";

const APPLY = "aws_iam_role_policy.terraform_apply";
export const GITHUB = federated("arn:aws:iam::000000000000:oidc-provider/token.actions.githubusercontent.com");
const SUBJECT = "token.actions.githubusercontent.com:sub";
const AUDIENCE = "token.actions.githubusercontent.com:aud";

/** What Terraform's own roles must not do, and who must not take them. */
export function terraformAttempts(account: Account): readonly Attempt[] {
  return [...pipelineAttempts(account), ...planAttempts(account), ...applyAttempts(account)];
}

/** What a token of GitHub's claims: whose pipeline it is. */
export function claims(subject: string, audience = "sts.amazonaws.com") {
  return { [SUBJECT]: subject, [AUDIENCE]: audience };
}

function pipelineAttempts(account: Account): readonly Attempt[] {
  const take = (name: string) => ({
    by: GITHUB,
    does: "sts:AssumeRoleWithWebIdentity",
    on: account.role(`aws_iam_role.terraform_${name}`).arn,
  });
  const subject = (name: string) => [condition(`aws_iam_role.terraform_${name}`, "GitHubActions", SUBJECT)];
  const OURS = "repo:example/platform:environment:production";
  return [
    {
      what: "another repository's pipeline applies",
      ...take("apply"),
      context: claims("repo:example/other:environment:production"),
      because: subject("apply"),
    },
    {
      what: "a repository of the same name of another owner applies",
      ...take("apply"),
      context: claims("repo:elsewhere/platform:environment:production"),
      because: subject("apply"),
    },
    {
      what: "a pipeline without the environment's approval applies, from the main branch",
      ...take("apply"),
      context: claims("repo:example/platform:ref:refs/heads/main"),
      because: subject("apply"),
    },
    {
      what: "another branch's pipeline applies",
      ...take("apply"),
      context: claims("repo:example/platform:ref:refs/heads/feature"),
      because: subject("apply"),
    },
    {
      what: "a pull request applies",
      ...take("apply"),
      context: claims("repo:example/platform:pull_request"),
      because: subject("apply"),
    },
    {
      what: "another environment's pipeline applies",
      ...take("apply"),
      context: claims("repo:example/platform:environment:staging"),
      because: subject("apply"),
    },
    {
      what: "an environment whose name begins like ours applies",
      ...take("apply"),
      context: claims(`${OURS}-preview`),
      because: subject("apply"),
    },
    {
      what: "a token that was meant for somebody else applies",
      ...take("apply"),
      context: claims(OURS, "https://github.com/example"),
      because: [condition("aws_iam_role.terraform_apply", "GitHubActions", AUDIENCE)],
    },
    {
      what: "another repository's pipeline plans",
      ...take("plan"),
      context: claims("repo:example/other:environment:production"),
      because: subject("plan"),
    },
    ...[ADMINISTRATOR, STRANGER, role("terraform_plan"), role("web_task")].map((by, index) => ({
      what: `${["an administrator", "another account", "the plan's role", "a container"][index]} takes apply's role`,
      by,
      does: "sts:AssumeRole",
      on: account.role("aws_iam_role.terraform_apply").arn,
      because: [NOT_TRUSTED],
    })),
  ];
}

function planAttempts(account: Account): readonly Attempt[] {
  const state = `${account.at("aws_s3_bucket.state").arn}`;
  return [
    { what: "a plan writes the state", does: "s3:PutObject", on: `${state}/production-platform/terraform.tfstate` },
    { what: "a plan reads a secret", does: "ssm:GetParameters", on: `arn:aws:ssm:${HERE}:parameter/production/web/a` },
    { what: "a plan changes a role", does: "iam:PutRolePolicy", on: account.role("aws_iam_role.instance").arn },
    {
      what: "a plan passes a role",
      does: "iam:PassRole",
      on: account.role("aws_iam_role.instance").arn,
      context: { "iam:PassedToService": "ec2.amazonaws.com" },
    },
    { what: "a plan deletes the cluster", does: "ecs:DeleteCluster", on: `arn:aws:ecs:${HERE}:cluster/production` },
    { what: "a plan runs a task", does: "ecs:RunTask", on: `arn:aws:ecs:${HERE}:task-definition/production-web:1` },
    { what: "a plan reads another state", does: "s3:GetObject", on: `${state}/other/terraform.tfstate` },
  ].map((attempt) => ({ ...attempt, by: role("terraform_plan"), because: [NOT_GRANTED] }));
}

function applyAttempts(account: Account): readonly Attempt[] {
  const state = `${account.at("aws_s3_bucket.state").arn}`;
  const arnOf = (name: string) => account.role(`aws_iam_role.${name}`).arn;
  const stateKey = String(account.at("aws_kms_key.state").arn);
  const BOUNDARY = "arn:aws:iam::000000000000:policy/production-boundary";
  const bounded = { "iam:PermissionsBoundary": BOUNDARY };
  const never = (statement: string, ...more: readonly Protection[]) => [denied(APPLY, statement), ...more];
  const attempts: readonly Omit<Attempt, "by">[] = [
    {
      what: "apply makes an administrator",
      does: "iam:AttachRolePolicy",
      on: arnOf("web_task"),
      context: { "iam:PolicyARN": "arn:aws:iam::aws:policy/AdministratorAccess", ...bounded },
      because: [NOT_GRANTED],
    },
    {
      what: "apply makes a role without the boundary",
      does: "iam:CreateRole",
      on: arnOf("web_task"),
      because: never("BoundEveryRole", NOT_GRANTED),
    },
    {
      what: "apply makes a role with another boundary",
      does: "iam:CreateRole",
      on: arnOf("web_task"),
      context: { "iam:PermissionsBoundary": "arn:aws:iam::aws:policy/AdministratorAccess" },
      because: never("BoundEveryRole", NOT_GRANTED),
    },
    {
      what: "apply makes a role of a name that isn't the platform's",
      does: "iam:CreateRole",
      on: "arn:aws:iam::000000000000:role/backdoor",
      context: bounded,
      because: [NOT_GRANTED],
    },
    {
      what: "apply takes a role's boundary off",
      does: "iam:DeleteRolePermissionsBoundary",
      on: arnOf("instance"),
      context: bounded,
      because: never("KeepBoundaries", NOT_GRANTED),
    },
    {
      what: "apply changes the boundary",
      does: "iam:CreatePolicyVersion",
      on: BOUNDARY,
      because: never("KeepTerraformsPolicies", NOT_GRANTED),
    },
    {
      what: "apply widens its own policy",
      does: "iam:CreatePolicyVersion",
      on: "arn:aws:iam::000000000000:policy/production-terraform-write-1",
      because: never("KeepTerraformsPolicies", NOT_GRANTED),
    },
    {
      what: "apply changes its own role",
      does: "iam:PutRolePolicy",
      on: arnOf("terraform_apply"),
      context: bounded,
      because: never("KeepTerraformsRoles", NOT_GRANTED),
    },
    {
      what: "apply lets somebody else take its role",
      does: "iam:UpdateAssumeRolePolicy",
      on: arnOf("terraform_apply"),
      context: bounded,
      because: never("KeepTerraformsRoles", NOT_GRANTED),
    },
    {
      what: "apply makes a user",
      does: "iam:CreateUser",
      on: "arn:aws:iam::000000000000:user/backdoor",
      because: [NOT_GRANTED],
    },
    {
      what: "apply makes an access key",
      does: "iam:CreateAccessKey",
      on: "arn:aws:iam::000000000000:user/somebody",
      because: [NOT_GRANTED],
    },
    ...[
      ["Lambda", "instance", "lambda.amazonaws.com"],
      ["EC2", "web_task", "ec2.amazonaws.com"],
      ["Step Functions", "web_execution", "states.amazonaws.com"],
    ].map(([who, name = "", principal = ""]) => ({
      what: `apply passes ${name} to ${who}`,
      does: "iam:PassRole",
      on: arnOf(name),
      context: { "iam:PassedToService": principal },
      because: [NOT_GRANTED],
    })),
    {
      what: "apply passes its own role to an instance",
      does: "iam:PassRole",
      on: arnOf("terraform_apply"),
      context: { "iam:PassedToService": "ec2.amazonaws.com" },
      because: [NOT_GRANTED],
    },
    {
      what: "apply writes its own stack's state, in which its rights are",
      does: "s3:PutObject",
      on: `${state}/production-state/terraform.tfstate`,
      because: [NOT_GRANTED],
    },
    {
      what: "apply edits another environment's state",
      does: "s3:PutObject",
      on: "arn:aws:s3:::ballast-staging-state-000000000000/staging-platform/terraform.tfstate",
      guardedBy: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "*" }],
      },
      because: [NOT_GRANTED],
    },
    {
      what: "apply breaks another environment's lock",
      does: "dynamodb:DeleteItem",
      on: `arn:aws:dynamodb:${HERE}:table/ballast-staging-locks`,
      because: [NOT_GRANTED],
    },
    {
      what: "apply deletes an old version of the state",
      does: "s3:DeleteObjectVersion",
      on: `${state}/production-platform/terraform.tfstate`,
      because: never("KeepStateVersions", NOT_GRANTED),
    },
    {
      what: "apply deletes the state",
      does: "s3:DeleteObject",
      on: `${state}/production-platform/terraform.tfstate`,
      because: never("KeepStates", NOT_GRANTED),
    },
    {
      what: "apply stops the versions of the state",
      does: "s3:PutBucketVersioning",
      on: state,
      because: never("KeepStateBucket", NOT_GRANTED),
    },
    {
      what: "apply opens the state bucket",
      does: "s3:PutBucketPolicy",
      on: state,
      because: never("KeepStateBucket", NOT_GRANTED),
    },
    {
      what: "apply deletes the state's key",
      does: "kms:ScheduleKeyDeletion",
      on: stateKey,
      because: denials(account, "kms:ScheduleKeyDeletion"),
    },
    {
      what: "apply deletes the lock table",
      does: "dynamodb:DeleteTable",
      on: String(account.at("aws_dynamodb_table.locks").arn),
      because: never("KeepLockTable", NOT_GRANTED),
    },
    {
      what: "apply reads a secret",
      does: "ssm:GetParameters",
      on: `arn:aws:ssm:${HERE}:parameter/production/web/database-url`,
      because: [NOT_GRANTED],
    },
    {
      what: "apply deletes another environment's cluster",
      does: "ecs:DeleteCluster",
      on: `arn:aws:ecs:${HERE}:cluster/staging`,
      because: [NOT_GRANTED],
    },
    {
      what: "apply opens another environment's security group",
      does: "ec2:AuthorizeSecurityGroupIngress",
      on: `arn:aws:ec2:${HERE}:security-group/sg-0123456789abcdef0`,
      context: { "aws:ResourceTag/Environment": "staging" },
      because: [NOT_GRANTED],
    },
  ];
  // Deleting what is protected stays denied to whom the account trusts with everything else.
  const kept: readonly Omit<Attempt, "by" | "because">[] = [
    { what: "apply deletes the cluster", does: "ecs:DeleteCluster", on: `arn:aws:ecs:${HERE}:cluster/production` },
    {
      what: "apply deletes the load balancer",
      does: "elasticloadbalancing:DeleteLoadBalancer",
      on: `arn:aws:elasticloadbalancing:${HERE}:loadbalancer/app/production/0123456789abcdef`,
    },
    {
      what: "apply deletes the group",
      does: "autoscaling:DeleteAutoScalingGroup",
      on: String(account.at("aws_autoscaling_group.capacity").arn),
    },
    { what: "apply deletes the zone", does: "route53:DeleteHostedZone", on: "arn:aws:route53:::hostedzone/Z0DUMMY" },
  ];
  return [
    ...attempts,
    ...kept.map((attempt) => ({
      ...attempt,
      because: denials(account, attempt.does),
    })),
  ].map((attempt) => ({ ...attempt, by: role("terraform_apply") }));
}

/** What denies apply an action by its name; nor is it granted. */
function denials(account: Account, action: string): readonly Protection[] {
  const document = account.document(APPLY);
  const found = document.Statement.filter(
    ({ Effect, Action }) => Effect === "Deny" && [Action ?? []].flat().includes(action),
  );
  if (found.length === 0) throw new Error(`nothing denies apply ${action}`);
  return [...found.map((statement) => denied(APPLY, nameOf(document, statement))), NOT_GRANTED];
}
