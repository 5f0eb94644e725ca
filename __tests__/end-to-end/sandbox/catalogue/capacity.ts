import {
  CreateOrUpdateTagsCommand,
  type InstancesDistribution,
  SetDesiredCapacityCommand,
  SuspendProcessesCommand,
  UpdateAutoScalingGroupCommand,
} from "@aws-sdk/client-auto-scaling";
import { CreateLaunchTemplateVersionCommand, ModifyLaunchTemplateCommand } from "@aws-sdk/client-ec2";
import {
  PutClusterCapacityProvidersCommand,
  UpdateCapacityProviderCommand,
  UpdateClusterCommand,
} from "@aws-sdk/client-ecs";
import type { ChangeByHand, StateReader } from "./change";
import type { Clients } from "./clients";

const GROUP = "aws_autoscaling_group.capacity";

/** Changes how a group shares out On-Demand and Spot, and leaves the rest of its policy. */
const distribute = ({ autoScaling }: Clients, of: StateReader, InstancesDistribution: InstancesDistribution) =>
  autoScaling.send(
    new UpdateAutoScalingGroupCommand({
      AutoScalingGroupName: of(GROUP),
      MixedInstancesPolicy: { InstancesDistribution },
    }),
  );

export const capacity: readonly ChangeByHand[] = [
  {
    id: "group-larger",
    service: "autoscaling",
    what: "a larger maximum",
    do: ({ autoScaling }, of) =>
      autoScaling.send(new UpdateAutoScalingGroupCommand({ AutoScalingGroupName: of(GROUP), MaxSize: 40 })),
    address: GROUP,
    attribute: "max_size",
  },
  {
    id: "group-smaller",
    service: "autoscaling",
    what: "a smaller minimum",
    do: ({ autoScaling }, of) =>
      autoScaling.send(new UpdateAutoScalingGroupCommand({ AutoScalingGroupName: of(GROUP), MinSize: 1 })),
    address: GROUP,
    attribute: "min_size",
  },
  {
    id: "scale-in-unprotected",
    service: "autoscaling",
    what: "new instances without protection from scale-in",
    do: ({ autoScaling }, of) =>
      autoScaling.send(
        new UpdateAutoScalingGroupCommand({
          AutoScalingGroupName: of(GROUP),
          NewInstancesProtectedFromScaleIn: false,
        }),
      ),
    address: GROUP,
    attribute: "protect_from_scale_in",
  },
  {
    id: "launches-suspended",
    service: "autoscaling",
    what: "launches suspended",
    do: ({ autoScaling }, of) =>
      autoScaling.send(new SuspendProcessesCommand({ AutoScalingGroupName: of(GROUP), ScalingProcesses: ["Launch"] })),
    address: GROUP,
    attribute: "suspended_processes",
  },
  {
    id: "group-tagged",
    service: "autoscaling",
    what: "another Name for the instances",
    do: ({ autoScaling }, of) =>
      autoScaling.send(
        new CreateOrUpdateTagsCommand({
          Tags: [
            {
              ResourceId: of(GROUP),
              ResourceType: "auto-scaling-group",
              Key: "Name",
              Value: "mine",
              PropagateAtLaunch: true,
            },
          ],
        }),
      ),
    address: GROUP,
    attribute: "tag",
  },
  {
    id: "no-on-demand-base",
    service: "autoscaling",
    what: "Spot only: no On-Demand base",
    do: (aws, of) => distribute(aws, of, { OnDemandBaseCapacity: 0 }),
    address: GROUP,
    attribute: "mixed_instances_policy.0.instances_distribution.0.on_demand_base_capacity",
  },
  {
    id: "template-version",
    service: "ec2",
    what: "a version of the launch template that lets containers reach the instance's role",
    do: async ({ ec2 }, of) => {
      const LaunchTemplateId = of("aws_launch_template.capacity");
      await ec2.send(
        new CreateLaunchTemplateVersionCommand({
          LaunchTemplateId,
          SourceVersion: "1",
          LaunchTemplateData: { MetadataOptions: { HttpTokens: "optional", HttpPutResponseHopLimit: 2 } },
        }),
      );
      await ec2.send(new ModifyLaunchTemplateCommand({ LaunchTemplateId, DefaultVersion: "2" }));
    },
    address: "aws_launch_template.capacity",
    attribute: "metadata_options",
  },
  {
    id: "target-capacity",
    service: "ecs",
    what: "the capacity provider's target",
    do: ({ ecs }, of) =>
      ecs.send(
        new UpdateCapacityProviderCommand({
          name: of("aws_ecs_capacity_provider.capacity", "name"),
          autoScalingGroupProvider: { managedScaling: { status: "ENABLED", targetCapacity: 100 } },
        }),
      ),
    address: "aws_ecs_capacity_provider.capacity",
    attribute: "auto_scaling_group_provider",
  },
  {
    id: "insights-off",
    service: "ecs",
    what: "Container Insights off",
    do: ({ ecs }, of) =>
      ecs.send(
        new UpdateClusterCommand({
          cluster: of("aws_ecs_cluster.cluster", "name"),
          settings: [{ name: "containerInsights", value: "disabled" }],
        }),
      ),
    address: "aws_ecs_cluster.cluster",
    attribute: "setting",
  },
  {
    id: "no-default-strategy",
    service: "ecs",
    what: "the cluster's default strategy emptied",
    do: ({ ecs }, of) =>
      ecs.send(
        new PutClusterCapacityProvidersCommand({
          cluster: of("aws_ecs_cluster.cluster", "name"),
          capacityProviders: [of("aws_ecs_capacity_provider.capacity", "name")],
          defaultCapacityProviderStrategy: [],
        }),
      ),
    address: "aws_ecs_cluster_capacity_providers.capacity",
    attribute: "default_capacity_provider_strategy",
  },
  {
    id: "desired-capacity",
    service: "autoscaling",
    what: "how many instances there should be",
    do: ({ autoScaling }, of) =>
      autoScaling.send(new SetDesiredCapacityCommand({ AutoScalingGroupName: of(GROUP), DesiredCapacity: 5 })),
    address: GROUP,
    attribute: "desired_capacity",
    unseen: "controlled",
  },
  {
    id: "fallback-share",
    service: "autoscaling",
    what: "the Spot fallback's share of On-Demand",
    do: (aws, of) => distribute(aws, of, { OnDemandPercentageAboveBaseCapacity: 50 }),
    address: GROUP,
    attribute: "mixed_instances_policy.0.instances_distribution.0.on_demand_percentage_above_base_capacity",
    unseen: "controlled",
  },
];
