import type { Environment } from "../../environments/schema";
import type { Statement } from "../policy";

/**
 * What FIS does in the role's name: to what is marked as the environment's, and to nothing else.
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSFaultInjectionSimulatorEC2Access.html, …ECSAccess.html
 */
export function gameDayStatements({ name, region, accountId }: Environment): readonly Statement[] {
  const own = { StringEquals: { "aws:ResourceTag/Environment": name } };
  const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${accountId}:${resource}`;
  return [
    {
      Sid: "FindTargets",
      Action: ["autoscaling:DescribeAutoScalingGroups", "ec2:DescribeInstances", "tag:GetResources"],
      Resource: "*",
      Condition: { StringEquals: { "aws:RequestedRegion": region } },
    },
    {
      Sid: "WatchStopConditions",
      Action: "cloudwatch:DescribeAlarms",
      Resource: arn("cloudwatch", `alarm:${name}-*`),
    },
    {
      Sid: "FindTasks",
      Action: ["ecs:DescribeTasks", "ecs:ListTasks"],
      Resource: [arn("ecs", `container-instance/${name}/*`), arn("ecs", `task/${name}/*`)],
    },
    { Sid: "StopTasks", Action: "ecs:StopTask", Resource: arn("ecs", `task/${name}/*`), Condition: own },
    {
      Sid: "EndInstances",
      Action: ["ec2:SendSpotInstanceInterruptions", "ec2:TerminateInstances"],
      Resource: arn("ec2", "instance/*"),
      Condition: own,
    },
    {
      Sid: "FailLaunches",
      Action: "ec2:InjectApiError",
      Resource: "*",
      Condition: {
        StringEquals: { "ec2:FisActionId": "aws:ec2:asg-insufficient-instance-capacity-error" },
        "ForAllValues:ArnLike": {
          "ec2:FisTargetArns": arn("autoscaling", `autoScalingGroup:*:autoScalingGroupName/${name}-*`),
        },
        Null: { "ec2:FisTargetArns": "false" },
      },
    },
  ];
}
