import type { Account } from "../../support/iam/account";
import { condition, NOT_GRANTED } from "../../support/iam/protection";
import { role } from "../../support/iam/request";
import { type Attempt, HERE, REGION } from "./attempt";

const INSTANCE_ID = "0123456789abcdef0123456789abcdef";

/** What the roles of instances, agents and containers must not do: a container that is broken into has all of the last. */
export function runTimeAttempts(account: Account): readonly Attempt[] {
  const arn = (address: string) => String(account.at(address).arn);
  const parameter = (path: string) => `arn:aws:ssm:${HERE}:parameter/${path}`;
  const ofWeb = {
    parameter: parameter("production/web/database-url"),
    secret: `arn:aws:secretsmanager:${HERE}:secret:production/web/session-key-AbCdEf`,
  };
  const stream = (group: string, name: string) => `${arn(`aws_cloudwatch_log_group.${group}`)}:log-stream:${name}`;
  const repository = (name: string) => `arn:aws:ecr:${HERE}:repository/${name}`;
  const state = arn("aws_s3_bucket.state");
  const notGranted = { because: [NOT_GRANTED] };

  return [
    ...[
      { what: "web's container reads web's own parameter", does: "ssm:GetParameters", on: ofWeb.parameter },
      {
        what: "web's container reads api's parameter",
        does: "ssm:GetParameters",
        on: parameter("production/api/database-url"),
      },
      { what: "web's container reads web's own secret", does: "secretsmanager:GetSecretValue", on: ofWeb.secret },
      { what: "a container passes a role", does: "iam:PassRole", on: arn("aws_iam_role.web_execution") },
      {
        what: "a container runs a task of another service",
        does: "ecs:RunTask",
        on: `arn:aws:ecs:${HERE}:task-definition/production-api:1`,
      },
      {
        what: "a container opens a shell in another task",
        does: "ecs:ExecuteCommand",
        on: `arn:aws:ecs:${HERE}:task/production/${INSTANCE_ID}`,
      },
      {
        what: "a container wipes its traces",
        does: "logs:DeleteLogGroup",
        on: arn("aws_cloudwatch_log_group.web"),
      },
      { what: "a container reads Terraform's state", does: "s3:GetObject", on: `${state}/production-platform` },
      { what: "a container lists the account's roles", does: "iam:ListRoles", on: "*" },
      {
        what: "a container cries wolf",
        does: "sns:Publish",
        on: arn("aws_sns_topic.notifications"),
      },
      {
        what: "a container makes itself an administrator",
        does: "iam:AttachRolePolicy",
        on: arn("aws_iam_role.web_task"),
        context: { "iam:PolicyARN": "arn:aws:iam::aws:policy/AdministratorAccess" },
      },
    ].map((attempt) => ({ ...attempt, by: role("web_task"), ...notGranted })),
    ...[
      {
        what: "web's agent reads api's parameter",
        does: "ssm:GetParameters",
        on: parameter("production/api/database-url"),
      },
      {
        what: "web's agent reads staging's parameter of the same name",
        does: "ssm:GetParameters",
        on: parameter("staging/web/database-url"),
      },
      { what: "the execution role lists parameters", does: "ssm:DescribeParameters", on: "*" },
      {
        what: "the execution role reads all parameters under a path",
        does: "ssm:GetParametersByPath",
        on: parameter("production"),
      },
      { what: "the execution role changes a parameter", does: "ssm:PutParameter", on: ofWeb.parameter },
      {
        what: "the execution role reads a secret whose name begins like its own",
        does: "secretsmanager:GetSecretValue",
        on: `arn:aws:secretsmanager:${HERE}:secret:production/web/session-key-2-ZyXwVu`,
      },
      { what: "the execution role changes a secret", does: "secretsmanager:PutSecretValue", on: ofWeb.secret },
      { what: "the execution role lists secrets", does: "secretsmanager:ListSecrets", on: "*" },
      { what: "web's agent pulls api's image", does: "ecr:BatchGetImage", on: repository("api") },
      { what: "the execution role pushes an image", does: "ecr:PutImage", on: repository("web") },
      { what: "web's agent writes to api's log", does: "logs:PutLogEvents", on: stream("api", "api/api/1") },
      {
        what: "web's agent writes to its group what looks like another container's log",
        does: "logs:PutLogEvents",
        on: stream("web", "api/api/1"),
      },
      {
        what: "the execution role forges flow logs",
        does: "logs:PutLogEvents",
        on: stream("network_flow_logs", "eni-0123456789abcdef0-all"),
      },
      { what: "the execution role reads logs", does: "logs:GetLogEvents", on: stream("web", "web/web/1") },
      {
        what: "the execution role makes log groups",
        does: "logs:CreateLogGroup",
        on: `arn:aws:logs:${HERE}:log-group:/production/other`,
      },
    ].map((attempt) => ({ ...attempt, by: role("web_execution"), ...notGranted })),
    ...[
      { what: "an instance reads a parameter", does: "ssm:GetParameters", on: ofWeb.parameter },
      { what: "an instance reads a secret", does: "secretsmanager:GetSecretValue", on: ofWeb.secret },
      { what: "an instance pulls an image", does: "ecr:BatchGetImage", on: repository("web") },
      { what: "an instance writes to a service's log", does: "logs:PutLogEvents", on: stream("web", "web/web/1") },
      {
        what: "an instance joins another cluster",
        does: "ecs:RegisterContainerInstance",
        on: `arn:aws:ecs:${HERE}:cluster/staging`,
      },
      {
        what: "an instance drains another cluster's instances",
        does: "ecs:UpdateContainerInstancesState",
        on: `arn:aws:ecs:${HERE}:container-instance/staging/${INSTANCE_ID}`,
        context: { "ecs:cluster": `arn:aws:ecs:${HERE}:cluster/staging` },
      },
      {
        what: "an instance takes others out of the cluster",
        does: "ecs:DeregisterContainerInstance",
        on: arn("aws_ecs_cluster.cluster"),
      },
      { what: "an instance makes a cluster", does: "ecs:CreateCluster", on: `arn:aws:ecs:${HERE}:cluster/default` },
      {
        what: "an instance terminates another",
        does: "ec2:TerminateInstances",
        on: `arn:aws:ec2:${HERE}:instance/i-0123456789abcdef0`,
      },
      {
        what: "an instance raises its group's size",
        does: "autoscaling:UpdateAutoScalingGroup",
        on: arn("aws_autoscaling_group.capacity"),
      },
      {
        what: "an instance sends a command to another",
        does: "ssm:SendCommand",
        on: `arn:aws:ec2:${HERE}:instance/i-0123456789abcdef0`,
      },
      {
        what: "an instance answers for one in another region",
        does: "ssm:UpdateInstanceInformation",
        on: "arn:aws:ec2:eu-west-1:000000000000:instance/i-0123456789abcdef0",
      },
      {
        what: "an instance breaks Terraform's lock",
        does: "dynamodb:DeleteItem",
        on: arn("aws_dynamodb_table.locks"),
      },
      { what: "an instance reads Terraform's state", does: "s3:GetObject", on: `${state}/production-platform` },
    ].map((attempt) => ({ ...attempt, by: role("instance"), ...notGranted })),
    {
      what: "an instance listens to another cluster's tasks",
      by: role("instance"),
      does: "ecs:Poll",
      on: `arn:aws:ecs:${HERE}:container-instance/production/${INSTANCE_ID}`,
      context: { "ecs:cluster": `arn:aws:ecs:${REGION}:000000000000:cluster/staging` },
      because: [condition("aws_iam_role_policy.instance", "ServeTheCluster", "ecs:cluster")],
    },
    ...[
      {
        what: "the flow log's role reads what it wrote",
        does: "logs:GetLogEvents",
        on: stream("network_flow_logs", "eni-0123456789abcdef0-all"),
      },
      {
        what: "the flow log's role deletes what it wrote",
        does: "logs:DeleteLogStream",
        on: stream("network_flow_logs", "eni-0123456789abcdef0-all"),
      },
      {
        what: "the flow log's role writes to a service's log",
        does: "logs:PutLogEvents",
        on: stream("web", "web/web/1"),
      },
    ].map((attempt) => ({ ...attempt, by: role("network_flow_logs"), ...notGranted })),
  ];
}
