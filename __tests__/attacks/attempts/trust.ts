import type { Account } from "../../support/iam/account";
import { condition, NOT_TRUSTED } from "../../support/iam/protection";
import { ADMINISTRATOR, role, STRANGER, service } from "../../support/iam/request";
import { type Attempt, ELSEWHERE } from "./attempt";

/** Who must not take a role, confused deputies among them: a service that acts for another account. */
export function trustAttempts(account: Account): readonly Attempt[] {
  const take = (name: string) => ({ does: "sts:AssumeRole", on: account.role(`aws_iam_role.${name}`).arn });
  const source = (name: string, ...keys: readonly string[]) =>
    keys.map((key) => condition(`aws_iam_role.${name}`, "1", key));
  const notTrusted = { because: [NOT_TRUSTED] };

  return [
    { what: "a container takes the execution role", by: role("web_task"), ...take("web_execution"), ...notTrusted },
    { what: "an instance takes a task's role", by: role("instance"), ...take("web_task"), ...notTrusted },
    { what: "an instance takes an execution role", by: role("instance"), ...take("api_execution"), ...notTrusted },
    { what: "an administrator takes a task's role", by: ADMINISTRATOR, ...take("web_task"), ...notTrusted },
    { what: "an administrator takes an execution role", by: ADMINISTRATOR, ...take("web_execution"), ...notTrusted },
    { what: "another account takes the instances' role", by: STRANGER, ...take("instance"), ...notTrusted },
    { what: "another account takes an execution role", by: STRANGER, ...take("web_execution"), ...notTrusted },
    { what: "Lambda takes a task's role", by: service("lambda.amazonaws.com"), ...take("web_task"), ...notTrusted },
    { what: "EC2 takes an execution role", by: service("ec2.amazonaws.com"), ...take("web_execution"), ...notTrusted },
    {
      what: "ECS takes the instances' role for a task",
      by: service("ecs-tasks.amazonaws.com"),
      ...take("instance"),
      ...notTrusted,
    },
    {
      what: "another account's ECS takes an execution role",
      by: service("ecs-tasks.amazonaws.com"),
      ...take("web_execution"),
      context: { "aws:SourceAccount": "111111111111", "aws:SourceArn": `arn:aws:ecs:${ELSEWHERE}:task/other/1` },
      because: source("web_execution", "aws:SourceAccount", "aws:SourceArn"),
    },
    {
      what: "ECS of another region takes a task's role",
      by: service("ecs-tasks.amazonaws.com"),
      ...take("web_task"),
      context: {
        "aws:SourceAccount": "000000000000",
        "aws:SourceArn": "arn:aws:ecs:eu-west-1:000000000000:task/production/1",
      },
      because: source("web_task", "aws:SourceArn"),
    },
    {
      what: "another account's flow log takes the flow logs' role",
      by: service("vpc-flow-logs.amazonaws.com"),
      ...take("network_flow_logs"),
      context: { "aws:SourceAccount": "111111111111", "aws:SourceArn": `arn:aws:ec2:${ELSEWHERE}:vpc-flow-log/fl-1` },
      because: source("network_flow_logs", "aws:SourceAccount", "aws:SourceArn"),
    },
  ];
}
