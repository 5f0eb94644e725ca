import type { Account } from "../../support/iam/account";
import { role } from "../../support/iam/request";
import { HERE, REGION } from "../attempts/attempt";
import { claims, GITHUB } from "../attempts/terraform";
import type { Call } from "./call";

const INIT = "terraform init: the state can't be read";
const PLAN = "npx cdktf plan production-platform";
const DEPLOY = "npx cdktf deploy production-platform";

/** What Terraform's roles must be allowed, so that the pipeline plans and deploys. */
export function terraformCalls(account: Account): readonly Call[] {
  return [...pipelineCalls(account), ...stateCalls(account), ...planCalls(account), ...applyCalls(account)];
}

function pipelineCalls(account: Account): readonly Call[] {
  const take = (name: string, subject: string, breaks: string): Call => ({
    what: `the pipeline takes the role of ${name} as ${subject}`,
    by: GITHUB,
    does: "sts:AssumeRoleWithWebIdentity",
    on: account.role(`aws_iam_role.terraform_${name}`).arn,
    context: claims(subject),
    breaks,
  });
  return [
    take("plan", "repo:example/platform:pull_request", PLAN),
    take("plan", "repo:example/platform:environment:production", PLAN),
    take("apply", "repo:example/platform:environment:production", DEPLOY),
  ];
}

function stateCalls(account: Account): readonly Call[] {
  const bucket = String(account.at("aws_s3_bucket.state").arn);
  const state = `${bucket}/production-platform/terraform.tfstate`;
  const table = String(account.at("aws_dynamodb_table.locks").arn);
  const key = String(account.at("aws_kms_key.state").arn);
  const lock = {
    "dynamodb:LeadingKeys": [`${bucket.replace("arn:aws:s3:::", "")}/production-platform/terraform.tfstate`],
  };
  const through = { "kms:ViaService": `s3.${REGION}.amazonaws.com` };
  const encrypted = {
    "s3:x-amz-server-side-encryption": "aws:kms",
    "s3:x-amz-server-side-encryption-aws-kms-key-id": key,
  };
  const both = ["plan", "apply"].flatMap((name) =>
    [
      { what: "finds the state", does: "s3:ListBucket", on: bucket, breaks: INIT },
      { what: "reads the state", does: "s3:GetObject", on: state, breaks: INIT },
      { what: "decrypts the state", does: "kms:Decrypt", on: key, context: through, breaks: INIT },
      {
        what: "locks the state in S3",
        does: "s3:PutObject",
        on: `${state}.tflock`,
        context: encrypted,
        breaks: `${PLAN}: the lock can't be taken`,
      },
      {
        what: "unlocks the state in S3",
        does: "s3:DeleteObject",
        on: `${state}.tflock`,
        breaks: `${PLAN}: the lock stays`,
      },
      { what: "encrypts the lock", does: "kms:GenerateDataKey", on: key, context: through, breaks: PLAN },
      {
        what: "locks the state in the table",
        does: "dynamodb:PutItem",
        on: table,
        context: lock,
        breaks: `${PLAN}: the lock can't be taken`,
      },
      {
        what: "unlocks the state in the table",
        does: "dynamodb:DeleteItem",
        on: table,
        context: lock,
        breaks: `${PLAN}: the lock stays`,
      },
    ].map((call) => ({ ...call, what: `${name} ${call.what}`, by: role(`terraform_${name}`) })),
  );
  const writes = {
    what: "apply writes the state",
    by: role("terraform_apply"),
    does: "s3:PutObject",
    on: state,
    context: encrypted,
    breaks: `${DEPLOY}: what was made is forgotten`,
  };
  return [...both, writes];
}

function planCalls(account: Account): readonly Call[] {
  return [
    { does: "ec2:DescribeVpcs", on: "*" },
    { does: "elasticloadbalancing:DescribeLoadBalancers", on: "*" },
    { does: "autoscaling:DescribeAutoScalingGroups", on: "*" },
    { does: "ecs:DescribeClusters", on: String(account.at("aws_ecs_cluster.cluster").arn) },
    { does: "iam:GetRole", on: account.role("aws_iam_role.instance").arn },
    { does: "iam:GetRolePolicy", on: account.role("aws_iam_role.instance").arn },
    { does: "sns:GetTopicAttributes", on: String(account.at("aws_sns_topic.notifications").arn) },
    { does: "s3:GetBucketPolicy", on: String(account.at("aws_s3_bucket.access_logs").arn) },
    {
      does: "kms:GetKeyPolicy",
      on: String(account.at("aws_kms_key.key").arn),
      context: { "aws:ResourceTag/Environment": "production" },
    },
  ].map((call) => ({
    ...call,
    what: `plan refreshes by ${call.does}`,
    by: role("terraform_plan"),
    breaks: `${PLAN}: what is there can't be refreshed`,
  }));
}

function applyCalls(account: Account): readonly Call[] {
  const ours = { "aws:ResourceTag/Environment": "production" };
  const tagged = { "aws:RequestTag/Environment": "production" };
  const bounded = { "iam:PermissionsBoundary": "arn:aws:iam::000000000000:policy/production-boundary" };
  const passed = (name: string, service: string) => ({
    does: "iam:PassRole",
    on: account.role(`aws_iam_role.${name}`).arn,
    context: { "iam:PassedToService": service },
    makes: `what uses aws_iam_role.${name}`,
  });
  return [
    { does: "iam:CreateRole", on: account.role("aws_iam_role.web_task").arn, context: bounded, makes: "a role" },
    {
      does: "iam:PutRolePolicy",
      on: account.role("aws_iam_role.web_execution").arn,
      context: bounded,
      makes: "a role's policy",
    },
    passed("instance", "ec2.amazonaws.com"),
    passed("web_execution", "ecs-tasks.amazonaws.com"),
    passed("web_task", "ecs-tasks.amazonaws.com"),
    passed("network_flow_logs", "vpc-flow-logs.amazonaws.com"),
    passed("detection_lock_check", "states.amazonaws.com"),
    passed("detection_lock_check_trigger", "events.amazonaws.com"),
    { does: "ecs:CreateCluster", on: `arn:aws:ecs:${HERE}:cluster/production`, makes: "the cluster" },
    { does: "ecs:UpdateService", on: `arn:aws:ecs:${HERE}:service/production/web`, makes: "a release" },
    {
      does: "ecs:RegisterTaskDefinition",
      on: `arn:aws:ecs:${HERE}:task-definition/production-web:1`,
      makes: "a release",
    },
    {
      does: "autoscaling:UpdateAutoScalingGroup",
      on: String(account.at("aws_autoscaling_group.capacity").arn),
      makes: "a change of the group",
    },
    {
      does: "ec2:AuthorizeSecurityGroupIngress",
      on: `arn:aws:ec2:${HERE}:security-group/sg-0123456789abcdef0`,
      context: ours,
      makes: "a security group's rule",
    },
    {
      does: "ec2:DeleteSubnet",
      on: `arn:aws:ec2:${HERE}:subnet/subnet-0123`,
      context: ours,
      makes: "a smaller network",
    },
    { does: "kms:CreateKey", on: "*", context: tagged, makes: "the key" },
    {
      does: "logs:CreateLogGroup",
      on: `arn:aws:logs:${HERE}:log-group:/production/services/web`,
      makes: "a log group",
    },
    { does: "sns:CreateTopic", on: String(account.at("aws_sns_topic.notifications").arn), makes: "the topic" },
  ].map(({ makes, ...call }) => ({
    ...call,
    what: `apply does ${call.does} for ${makes}`,
    by: role("terraform_apply"),
    breaks: `${DEPLOY}: ${makes} can't be made`,
  }));
}
