import type { Rule } from "../rule";
import { clusterOutlivesInstances } from "../rules/capacity/cluster-outlives-instances";
import { desiredCapacityLeftToManagedScaling } from "../rules/capacity/desired-capacity-left-to-managed-scaling";
import { ecsManagedTag } from "../rules/capacity/ecs-managed-tag";
import { groupHasProvider } from "../rules/capacity/group-has-provider";
import { groupMetrics } from "../rules/capacity/group-metrics";
import { groupTaggedAsOthers } from "../rules/capacity/group-tagged-as-others";
import { healthByEc2 } from "../rules/capacity/health-by-ec2";
import { healthByLoadBalancer } from "../rules/capacity/health-by-load-balancer";
import { instanceRefreshKeepsCapacity } from "../rules/capacity/instance-refresh-keeps-capacity";
import { instanceRefreshOfProtected } from "../rules/capacity/instance-refresh-of-protected";
import { instanceTypesAlike } from "../rules/capacity/instance-types-alike";
import { launchTemplateUsed } from "../rules/capacity/launch-template-used";
import { leastInEveryZone } from "../rules/capacity/least-in-every-zone";
import { managedDraining } from "../rules/capacity/managed-draining";
import { managedScaling } from "../rules/capacity/managed-scaling";
import { managedTerminationProtection } from "../rules/capacity/managed-termination-protection";
import { newestLaunchTemplate } from "../rules/capacity/newest-launch-template";
import { noInstanceWeights } from "../rules/capacity/no-instance-weights";
import { oldInstancesGoFirst } from "../rules/capacity/old-instances-go-first";
import { oneWarmup } from "../rules/capacity/one-warmup";
import { providerAssociated } from "../rules/capacity/provider-associated";
import { providerNamePrefix } from "../rules/capacity/provider-name-prefix";
import { providerNamesGroupByArn } from "../rules/capacity/provider-names-group-by-arn";
import { providerReplacedBeforeDestroyed } from "../rules/capacity/provider-replaced-before-destroyed";
import { roomForAZone } from "../rules/capacity/room-for-a-zone";
import { roomToGrow } from "../rules/capacity/room-to-grow";
import { scaleInProtection } from "../rules/capacity/scale-in-protection";
import { scalingSteps } from "../rules/capacity/scaling-steps";
import { serviceLinkedRole } from "../rules/capacity/service-linked-role";
import { severalInstanceTypes } from "../rules/capacity/several-instance-types";
import { spansZones } from "../rules/capacity/spans-zones";
import { targetCapacityHeadroom } from "../rules/capacity/target-capacity-headroom";
import { taskFitsSmallestInstance } from "../rules/capacity/task-fits-smallest-instance";

export const capacity: readonly Rule[] = [
  {
    id: "capacity/managed-scaling",
    severity: "high",
    title: "Capacity providers scale their group by themselves",
    why: "Without it, tasks that don't fit wait for a person to add instances, in the middle of a deployment or a reclaim.",
    fix: 'Set status = "ENABLED" in managed_scaling of the capacity provider.',
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-auto-scaling.html"],
    check: managedScaling,
  },
  {
    id: "capacity/target-capacity-headroom",
    severity: "medium",
    title: "Capacity providers keep some instances spare",
    why: "At 100, which AWS takes where nothing is set, every instance is full before another is launched: each new task waits 3 to 5 minutes, that of a reclaimed instance too.",
    fix: "Set target_capacity in managed_scaling to 80, which keeps a quarter of what is used spare, or less; below 40 most of what is paid is idle.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedScaling.html"],
    check: targetCapacityHeadroom,
  },
  {
    id: "capacity/managed-termination-protection",
    severity: "high",
    title: "Capacity providers protect instances with tasks from scale-in",
    why: "Without it, a scale-in ends instances while they serve requests.",
    fix: 'Set managed_termination_protection = "ENABLED" on the capacity provider, and protect_from_scale_in = true on its Auto Scaling group.',
    references: ["FSBP ECS.19"],
    check: managedTerminationProtection,
  },
  {
    id: "capacity/managed-draining",
    severity: "high",
    title: "Capacity providers state that instances are drained before they end",
    why: "Left out, a provider stays as it was made; those from before 2024 drain nothing, so that a refresh or rebalance kills tasks in mid-request.",
    fix: 'Set managed_draining = "ENABLED" on the capacity provider.',
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/enable-managed-instance-draining.html"],
    check: managedDraining,
  },
  {
    id: "capacity/scale-in-protection",
    severity: "high",
    title: "New instances of ECS groups are protected from scale-in",
    why: "ECS takes the protection off an idle instance; one that never had it is ended with its tasks, and the provider can't be created with managed termination protection.",
    fix: "Set protect_from_scale_in = true on the Auto Scaling group.",
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-instance-protection.html"],
    check: scaleInProtection,
  },
  {
    id: "capacity/no-instance-weights",
    severity: "high",
    title: "Groups under managed scaling have no instance weights",
    why: "Managed scaling counts instances, a weighted group counts units: it grows by a multiple or a fraction of what tasks need.",
    fix: "Take weighted_capacity out of the override blocks, and use types of equal size.",
    references: ["https://github.com/aws/containers-roadmap/issues/76"],
    check: noInstanceWeights,
  },
  {
    id: "capacity/instance-types-alike",
    severity: "high",
    title: "Instance types of a group are of one size and architecture",
    why: "Managed scaling reckons with the smallest: a task that only the larger ones hold waits for ever; on another architecture no image runs.",
    fix: "Name overrides of one size and memory (m6i.large, m6a.large, m5.large, …), either all Graviton or none.",
    references: [
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-auto-scaling.html",
      "https://github.com/aws/containers-roadmap/issues/76",
    ],
    check: instanceTypesAlike,
  },
  {
    id: "capacity/several-instance-types",
    severity: "medium",
    title: "Groups may launch several instance types",
    why: "When AWS runs out of the one type, On-Demand too, nothing starts: not a replacement, not a deployment.",
    fix: "Give the mixed_instances_policy several override blocks of one size, or instance_requirements.",
    references: ["FSBP AutoScaling.6", "Prowler autoscaling_group_multiple_instance_types"],
    check: severalInstanceTypes,
  },
  {
    id: "capacity/task-fits-smallest-instance",
    severity: "high",
    title: "Each task fits on the smallest instance type of its group",
    why: "Managed scaling leaves a group out whose smallest type is too small: the task waits for ever, and nothing is launched for it.",
    fix: "Make the task smaller, or take larger instance types.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-auto-scaling.html"],
    check: taskFitsSmallestInstance,
  },
  {
    id: "capacity/room-to-grow",
    severity: "high",
    title: "Groups may grow beyond their minimum and their On-Demand base",
    why: "A group at its maximum adds nothing: tasks stay in PROVISIONING for ever, without an error.",
    fix: "Set max_size above min_size and above on_demand_base_capacity, with room for twice the tasks.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html"],
    check: roomToGrow,
  },
  {
    id: "capacity/room-for-a-zone",
    severity: "high",
    title: "Without one of its zones, a group still has room for the tasks that are wanted",
    why: "When a zone is lost, its tasks wait for room that the group may not make: max_size counts all zones.",
    fix: "Raise max_size to the instances that the tasks need × A ÷ (A − 1), with A zones.",
    references: [
      "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_static_stability.html",
    ],
    check: roomForAZone,
  },
  {
    id: "capacity/spans-zones",
    severity: "high",
    title: "Groups run in each zone of their network, two at least",
    why: "With a zone left out, the loss of another one leaves less than was planned for, or nothing.",
    fix: "List a subnet of each zone in vpc_zone_identifier.",
    references: ["FSBP AutoScaling.2", "Prowler vpc_subnet_different_az"],
    check: spansZones,
  },
  {
    id: "capacity/launch-template-used",
    severity: "medium",
    title: "Auto Scaling groups launch from a launch template",
    why: "Launch configurations are at their end: no IMDSv2 by default, no mixed instances, no new instance types.",
    fix: "Use launch_template or mixed_instances_policy instead of launch_configuration.",
    references: ["CKV_AWS_315", "FSBP AutoScaling.9"],
    check: launchTemplateUsed,
  },
  {
    id: "capacity/newest-launch-template",
    severity: "medium",
    title: "Groups launch from the newest version of their template",
    why: "With a fixed version, a change of the template is applied, looks deployed, and never reaches an instance.",
    fix: "Set the version to the template's latest_version.",
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-templates.html"],
    check: newestLaunchTemplate,
  },
  {
    id: "capacity/old-instances-go-first",
    severity: "low",
    title: "Scale-in ends instances of old launch templates first",
    why: "Otherwise instances with an old image and old settings may outlive newer ones by months.",
    fix: 'Put "OldestLaunchTemplate" first in termination_policies.',
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-termination-policies.html"],
    check: oldInstancesGoFirst,
  },
  {
    id: "capacity/health-by-ec2",
    severity: "medium",
    title: "Auto Scaling asks EC2, not a load balancer, about an instance's health",
    why: "A target is one task. With ELB health checks its failure ends the whole instance, and its neighbours with it.",
    fix: 'Set health_check_type = "EC2" on the Auto Scaling group; ECS replaces unhealthy tasks.',
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html"],
    check: healthByEc2,
  },
  {
    id: "capacity/health-by-load-balancer",
    severity: "medium",
    title: "Groups that a load balancer sends requests to straight are replaced by its health checks",
    why: "EC2 sees a running machine where nothing answers any more: the group keeps it.",
    fix: 'Set health_check_type = "ELB" on an aws_autoscaling_group with target_group_arns or an attachment; with ECS, register the service instead.',
    references: ["CKV2_AWS_15", "FSBP AutoScaling.1"],
    check: healthByLoadBalancer,
  },
  {
    id: "capacity/instance-refresh-of-protected",
    severity: "medium",
    title: "Instance refreshes replace protected instances too",
    why: "Under managed termination protection every instance is protected: by default a refresh skips them, and reports success with all old ones in place.",
    fix: 'Set scale_in_protected_instances = "Refresh" in the preferences of instance_refresh.',
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html"],
    check: instanceRefreshOfProtected,
  },
  {
    id: "capacity/instance-refresh-keeps-capacity",
    severity: "high",
    title: "Instance refreshes start new instances first",
    why: "With less, a new image takes tasks away faster than they start elsewhere.",
    fix: "Set min_healthy_percentage in the preferences of instance_refresh to 100.",
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html"],
    check: instanceRefreshKeepsCapacity,
  },
  {
    id: "capacity/service-linked-role",
    severity: "high",
    title: "Groups launch by the service-linked role that the plan makes for them",
    why: "The key of the volumes lets that role in, and no other: by the account's common one, no instance ever starts.",
    fix: "Set service_linked_role_arn of the group to the arn of the aws_iam_service_linked_role.",
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html"],
    check: serviceLinkedRole,
  },
  {
    id: "capacity/group-metrics",
    severity: "low",
    title: "ECS groups publish how many instances they have, want and may have",
    why: "Without these metrics no alarm can tell that a group is at its maximum, or never gets what it wants.",
    fix: "List GroupDesiredCapacity, GroupInServiceInstances, GroupMaxSize, GroupMinSize, GroupPendingInstances, GroupTerminatingInstances and GroupTotalInstances in enabled_metrics.",
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html"],
    check: groupMetrics,
  },
  {
    id: "capacity/ecs-managed-tag",
    severity: "medium",
    title: "Groups under a capacity provider carry the tag AmazonECSManaged",
    why: "ECS puts the tag on the group itself: every plan then takes it away, and with it what managed scaling works by.",
    fix: 'Add a tag block with key = "AmazonECSManaged" and propagate_at_launch = true.',
    references: [
      "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_capacity_provider",
      "CKV_AWS_153",
    ],
    check: ecsManagedTag,
  },
  {
    id: "capacity/desired-capacity-left-to-managed-scaling",
    severity: "high",
    title: "Terraform leaves the desired capacity to managed scaling",
    why: "Otherwise the next apply sets the group back to the number in the code, and ends instances at peak load.",
    fix: "Add desired_capacity to ignore_changes in the lifecycle of the Auto Scaling group.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes"],
    onlyIn: "configuration",
    check: desiredCapacityLeftToManagedScaling,
  },
  {
    id: "capacity/group-has-provider",
    severity: "high",
    title: "Each group of ECS instances belongs to one capacity provider",
    why: "Without one, no task is placed on it by a strategy, and nobody scales it.",
    fix: "Name the group in auto_scaling_group_arn of one aws_ecs_capacity_provider.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html"],
    check: groupHasProvider,
  },
  {
    id: "capacity/provider-associated",
    severity: "high",
    title: "Each capacity provider is associated with a cluster",
    why: "A provider that no cluster knows gets no tasks, and a service that names it can't be created.",
    fix: "List it in capacity_providers of the cluster's aws_ecs_cluster_capacity_providers.",
    references: [
      "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_cluster_capacity_providers",
    ],
    check: providerAssociated,
  },
  {
    id: "capacity/provider-names-group-by-arn",
    severity: "high",
    title: "Capacity providers name their group by its ARN",
    why: "With anything else the provider can't be created, or scales another group than the one that runs the tasks.",
    fix: "Set auto_scaling_group_arn to the arn of the aws_autoscaling_group.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_capacity_provider"],
    check: providerNamesGroupByArn,
  },
  {
    id: "capacity/provider-name-prefix",
    severity: "medium",
    title: "Names of capacity providers don't begin with aws, ecs or fargate",
    why: "AWS keeps these prefixes for itself and refuses the provider, at apply only.",
    fix: "Choose another name for the aws_ecs_capacity_provider.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html"],
    check: providerNamePrefix,
  },
  {
    id: "capacity/provider-replaced-before-destroyed",
    severity: "medium",
    title: "Capacity providers are replaced before they are destroyed",
    why: "A provider in use can't be deleted: a change that replaces it hangs halfway, with services that can't start tasks.",
    fix: "Set create_before_destroy = true in its lifecycle, and a number in its name that goes up.",
    references: ["https://github.com/hashicorp/terraform-provider-aws/issues/14393"],
    onlyIn: "configuration",
    check: providerReplacedBeforeDestroyed,
  },
  {
    id: "capacity/cluster-outlives-instances",
    severity: "medium",
    title: "Instances go before their cluster when all is destroyed",
    why: "The user data names the cluster by text only: Terraform then deletes it while instances are registered, and that fails.",
    fix: "Add the aws_ecs_cluster to depends_on of the launch template.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on"],
    check: clusterOutlivesInstances,
  },
  {
    id: "capacity/one-warmup",
    severity: "low",
    title: "Whoever waits for an instance waits equally long",
    why: "Managed scaling, instance refresh and the group's metrics each have a time after which an instance counts. Where they differ, one adds instances that another already has.",
    fix: "Give default_instance_warmup, health_check_grace_period, instance_warmup and instance_warmup_period the same seconds.",
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-default-instance-warmup.html"],
    check: oneWarmup,
  },
  {
    id: "capacity/scaling-steps",
    severity: "medium",
    title: "Managed scaling takes one instance or as many as it needs",
    why: "A smaller step brings back what a zone took in rounds of minutes; a larger minimum starts instances that nobody asked for.",
    fix: "Set minimum_scaling_step_size = 1, and maximum_scaling_step_size to the max_size of the group less its min_size, or more.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedScaling.html"],
    check: scalingSteps,
  },
  {
    id: "capacity/least-in-every-zone",
    severity: "medium",
    title: "Groups keep an instance in every zone",
    why: "With fewer instances than zones, the loss of a zone may be the loss of half of them, and the first tasks of another zone wait for an instance to start.",
    fix: "Set min_size, and on_demand_base_capacity where the rest is Spot, to the number of subnets or more.",
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html"],
    check: leastInEveryZone,
  },
  {
    id: "capacity/group-tagged-as-others",
    severity: "low",
    title: "Auto Scaling groups have the tags that the provider gives to all else",
    why: "The provider's default_tags don't reach them: of all resources, the one that costs most is nobody's.",
    fix: "Add a tag block for each of the provider's default_tags to the aws_autoscaling_group.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/resource-tagging"],
    check: groupTaggedAsOthers,
  },
];
