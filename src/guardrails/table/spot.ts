import type { Rule } from "../rule";
import { allocationStrategy } from "../rules/spot/allocation-strategy";
import { capacityRebalance } from "../rules/spot/capacity-rebalance";
import { draining } from "../rules/spot/draining";
import { instanceTypeDiversity } from "../rules/spot/instance-type-diversity";
import { onDemandBase } from "../rules/spot/on-demand-base";
import { reclaimWindow } from "../rules/spot/reclaim-window";
import { shareStated } from "../rules/spot/share-stated";

export const spot: readonly Rule[] = [
  {
    id: "spot/on-demand-base",
    severity: "high",
    title: "Groups with Spot keep at least two On-Demand instances",
    why: "When Spot runs dry, the base is all that is left: nothing turns to On-Demand by itself, and one instance is one failure away from none.",
    fix: "Set on_demand_base_capacity of instances_distribution to 2 or more, and min_size of the group too.",
    references: ["https://github.com/aws/containers-roadmap/issues/773"],
    check: onDemandBase,
  },
  {
    id: "spot/share-stated",
    severity: "medium",
    title: "Groups of mixed instances state their share of On-Demand",
    why: "Left out, it is what the provider makes of it: all Spot where the rest of the distribution is set, all On-Demand, at about three times the price, where it isn't.",
    fix: "Set on_demand_percentage_above_base_capacity of instances_distribution.",
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html"],
    onlyIn: "configuration",
    check: shareStated,
  },
  {
    id: "spot/allocation-strategy",
    severity: "high",
    title: "Spot is bought where there is most of it",
    why: "The default, lowest-price, buys from the cheapest pools, which are reclaimed first and all at once.",
    fix: 'Set spot_allocation_strategy = "price-capacity-optimized" in instances_distribution.',
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/allocation-strategies.html"],
    check: allocationStrategy,
  },
  {
    id: "spot/instance-type-diversity",
    severity: "high",
    title: "Groups with Spot may launch at least four instance types",
    why: "A reclaim takes a pool: one type in one zone. With few types, few pools hold all tasks, and none is left to replace them from.",
    fix: "Add override blocks with further instance_types of equal size, four in all or more.",
    references: [
      "FSBP AutoScaling.6",
      "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-mixed-instances-groups.html",
      "Prowler autoscaling_group_multiple_instance_types",
    ],
    check: instanceTypeDiversity,
  },
  {
    id: "spot/capacity-rebalance",
    severity: "medium",
    title: "Groups with Spot replace instances that are about to be reclaimed",
    why: "Without it, the replacement is launched after the reclaim, not ahead of it: minutes of missing capacity each time.",
    fix: "Set capacity_rebalance = true on the Auto Scaling group.",
    references: [
      "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-capacity-rebalancing.html",
      "Prowler autoscaling_group_capacity_rebalance_enabled",
    ],
    check: capacityRebalance,
  },
  {
    id: "spot/draining",
    severity: "high",
    title: "ECS agents drain their instance when Spot takes it back",
    why: "Off by default: tasks then stay in the load balancer until the instance is gone, and their requests are cut off.",
    fix: "Add ECS_ENABLE_SPOT_INSTANCE_DRAINING=true to the agent's settings in the user data.",
    references: ["https://github.com/aws/amazon-ecs-agent/blob/master/README.md#environment-variables"],
    check: draining,
  },
  {
    id: "spot/reclaim-window",
    severity: "high",
    title: "Tasks on Spot leave in the two minutes that a reclaim gives",
    why: "What is still connected at 120 seconds is cut off: the instance is gone, whatever timeout is set.",
    fix: "Lower deregistration_delay of the target group or stopTimeout of the containers: 120 s together at most.",
    references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html"],
    check: reclaimWindow,
  },
];
