import type { Rule } from "../../rule";
import { desiredCapacityLeftToManagedScaling } from "../../rules/capacity/desired-capacity-left-to-managed-scaling";
import { leastInEveryZone } from "../../rules/capacity/least-in-every-zone";
import { managedDraining } from "../../rules/capacity/managed-draining";
import { managedScaling } from "../../rules/capacity/managed-scaling";
import { managedTerminationProtection } from "../../rules/capacity/managed-termination-protection";
import { noInstanceWeights } from "../../rules/capacity/no-instance-weights";
import { oneWarmup } from "../../rules/capacity/one-warmup";
import { roomForAZone } from "../../rules/capacity/room-for-a-zone";
import { roomToGrow } from "../../rules/capacity/room-to-grow";
import { scaleInProtection } from "../../rules/capacity/scale-in-protection";
import { scalingSteps } from "../../rules/capacity/scaling-steps";
import { targetCapacityHeadroom } from "../../rules/capacity/target-capacity-headroom";

/** How ECS scales groups by capacity providers. */
export const scaling: readonly Rule[] = [
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
];
