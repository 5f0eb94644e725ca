import type { Rule } from "../../rule";
import { groupMetrics } from "../../rules/capacity/group-metrics";
import { groupTaggedAsOthers } from "../../rules/capacity/group-tagged-as-others";
import { healthByEc2 } from "../../rules/capacity/health-by-ec2";
import { healthByLoadBalancer } from "../../rules/capacity/health-by-load-balancer";
import { instanceRefreshKeepsCapacity } from "../../rules/capacity/instance-refresh-keeps-capacity";
import { instanceRefreshOfProtected } from "../../rules/capacity/instance-refresh-of-protected";
import { instanceTypesAlike } from "../../rules/capacity/instance-types-alike";
import { launchTemplateUsed } from "../../rules/capacity/launch-template-used";
import { newestLaunchTemplate } from "../../rules/capacity/newest-launch-template";
import { oldInstancesGoFirst } from "../../rules/capacity/old-instances-go-first";
import { serviceLinkedRole } from "../../rules/capacity/service-linked-role";
import { severalInstanceTypes } from "../../rules/capacity/several-instance-types";
import { spansZones } from "../../rules/capacity/spans-zones";
import { taskFitsSmallestInstance } from "../../rules/capacity/task-fits-smallest-instance";

/** Auto Scaling groups and what they launch. */
export const groups: readonly Rule[] = [
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
    id: "capacity/group-tagged-as-others",
    severity: "low",
    title: "Auto Scaling groups have the tags that the provider gives to all else",
    why: "The provider's default_tags don't reach them: of all resources, the one that costs most is nobody's.",
    fix: "Add a tag block for each of the provider's default_tags to the aws_autoscaling_group.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/resource-tagging"],
    check: groupTaggedAsOthers,
  },
];
