import {
  DeleteScalingPolicyCommand,
  PutScalingPolicyCommand,
  PutScheduledActionCommand,
  RegisterScalableTargetCommand,
  type ServiceNamespace,
} from "@aws-sdk/client-application-auto-scaling";
import {
  DeregisterTaskDefinitionCommand,
  DescribeTaskDefinitionCommand,
  RegisterTaskDefinitionCommand,
  TagResourceCommand,
  UpdateServiceCommand,
  type UpdateServiceCommandInput,
} from "@aws-sdk/client-ecs";
import { type ChangeByHand, GONE, type StateReader } from "./change";
import type { Clients } from "./clients";

const update = (
  { ecs }: Clients,
  of: StateReader,
  service: string,
  change: Omit<UpdateServiceCommandInput, "service">,
) => ecs.send(new UpdateServiceCommand({ cluster: of("aws_ecs_cluster.cluster", "name"), service, ...change }));

/** A service's count of tasks, as Application Auto Scaling calls it. */
const tasksOf = (service: string) => ({
  ServiceNamespace: "ecs" satisfies ServiceNamespace as ServiceNamespace,
  ResourceId: `service/production/${service}`,
  ScalableDimension: "ecs:service:DesiredCount" as const,
});

export const services: readonly ChangeByHand[] = [
  {
    id: "task-definition-revision",
    service: "ecs",
    what: "a revision of the task definition, deployed past Terraform",
    do: async (aws, of) => {
      const taskDefinition = of("aws_ecs_task_definition.web", "arn");
      const { taskDefinition: now } = await aws.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition }));
      const { taskDefinition: next } = await aws.ecs.send(
        new RegisterTaskDefinitionCommand({
          family: now?.family,
          containerDefinitions: now?.containerDefinitions,
          networkMode: now?.networkMode,
          executionRoleArn: now?.executionRoleArn,
          taskRoleArn: now?.taskRoleArn,
        }),
      );
      await update(aws, of, "web", { taskDefinition: next?.taskDefinitionArn });
    },
    address: "aws_ecs_service.web",
    attribute: "task_definition",
  },
  {
    id: "task-definition-deregistered",
    service: "ecs",
    what: "the task definition in use deregistered",
    do: ({ ecs }, of) =>
      ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: of("aws_ecs_task_definition.api", "arn") })),
    address: "aws_ecs_task_definition.api",
    attribute: GONE,
  },
  {
    id: "deployment-without-tasks",
    service: "ecs",
    what: "deployments that may stop every task first, without a way back",
    do: (aws, of) =>
      update(aws, of, "api", {
        deploymentConfiguration: {
          minimumHealthyPercent: 0,
          maximumPercent: 100,
          deploymentCircuitBreaker: { enable: false, rollback: false },
        },
      }),
    address: "aws_ecs_service.api",
    attribute: "deployment_circuit_breaker",
  },
  {
    id: "no-grace",
    service: "ecs",
    what: "no grace for tasks that start",
    do: (aws, of) => update(aws, of, "web", { healthCheckGracePeriodSeconds: 0 }),
    address: "aws_ecs_service.web",
    attribute: "health_check_grace_period_seconds",
  },
  {
    id: "placement",
    service: "ecs",
    what: "tasks no longer spread over zones",
    do: (aws, of) => update(aws, of, "web", { placementStrategy: [{ type: "binpack", field: "memory" }] }),
    address: "aws_ecs_service.web",
    attribute: "ordered_placement_strategy",
  },
  {
    id: "service-tagged",
    service: "ecs",
    what: "a tag on a service",
    do: ({ ecs }, of) =>
      ecs.send(
        new TagResourceCommand({
          resourceArn: of("aws_ecs_service.api"),
          tags: [{ key: "cost-center", value: "0" }],
        }),
      ),
    address: "aws_ecs_service.api",
    attribute: "tags_all",
  },
  {
    id: "scaling-target",
    service: "application-autoscaling",
    what: "bounds of a service's auto scaling",
    do: ({ scaling }) =>
      scaling.send(new RegisterScalableTargetCommand({ ...tasksOf("api"), MinCapacity: 1, MaxCapacity: 100 })),
    address: "aws_appautoscaling_target.api",
    attribute: "max_capacity",
  },
  {
    id: "scaling-policy",
    service: "application-autoscaling",
    what: "a scaling policy that waits for 95 percent",
    do: ({ scaling }, of) =>
      scaling.send(
        new PutScalingPolicyCommand({
          ...tasksOf("web"),
          PolicyName: of("aws_appautoscaling_policy.web_cpu", "name"),
          PolicyType: "TargetTrackingScaling",
          TargetTrackingScalingPolicyConfiguration: {
            TargetValue: 95,
            PredefinedMetricSpecification: { PredefinedMetricType: "ECSServiceAverageCPUUtilization" },
          },
        }),
      ),
    address: "aws_appautoscaling_policy.web_cpu",
    attribute: "target_tracking_scaling_policy_configuration",
  },
  {
    id: "scaling-policy-deleted",
    service: "application-autoscaling",
    what: "a scaling policy deleted",
    do: ({ scaling }, of) =>
      scaling.send(
        new DeleteScalingPolicyCommand({
          ...tasksOf("api"),
          PolicyName: of("aws_appautoscaling_policy.api_cpu", "name"),
        }),
      ),
    address: "aws_appautoscaling_policy.api_cpu",
    attribute: GONE,
  },
  {
    id: "schedule",
    service: "application-autoscaling",
    what: "the night begins at noon",
    do: ({ scaling }, of) =>
      scaling.send(
        new PutScheduledActionCommand({
          ...tasksOf("web"),
          ScheduledActionName: of("aws_appautoscaling_scheduled_action.web_night", "name"),
          Schedule: "cron(0 12 * * ? *)",
          ScalableTargetAction: { MinCapacity: 3, MaxCapacity: 24 },
        }),
      ),
    address: "aws_appautoscaling_scheduled_action.web_night",
    attribute: "schedule",
  },
  {
    id: "desired-count",
    service: "ecs",
    what: "how many tasks there should be",
    do: (aws, of) => update(aws, of, "web", { desiredCount: 9 }),
    address: "aws_ecs_service.web",
    attribute: "desired_count",
    unseen: "controlled",
  },
  {
    id: "scheduled-bounds",
    service: "application-autoscaling",
    what: "the bounds that a schedule sets",
    do: ({ scaling }) =>
      scaling.send(new RegisterScalableTargetCommand({ ...tasksOf("web"), MinCapacity: 3, MaxCapacity: 24 })),
    address: "aws_appautoscaling_target.web",
    attribute: "min_capacity",
    unseen: "controlled",
  },
];
