import type { Rule } from "../rule";
import { bounds } from "../rules/scaling/bounds";
import { boundsLeftToSchedule } from "../rules/scaling/bounds-left-to-schedule";
import { cooldowns } from "../rules/scaling/cooldowns";
import { desiredCountLeftToScaling } from "../rules/scaling/desired-count-left-to-scaling";
import { requestsOfItsOwnTargets } from "../rules/scaling/requests-of-its-own-targets";
import { scheduleChangesBounds } from "../rules/scaling/schedule-changes-bounds";
import { scheduleComesBack } from "../rules/scaling/schedule-comes-back";
import { scheduleRestoresBounds } from "../rules/scaling/schedule-restores-bounds";
import { startsAtItsMinimum } from "../rules/scaling/starts-at-its-minimum";
import { targetBelowSaturation } from "../rules/scaling/target-below-saturation";
import { targetTracking } from "../rules/scaling/target-tracking";

export const scaling: readonly Rule[] = [
  {
    id: "scaling/target-tracking",
    severity: "high",
    title: "Services scale by two metrics at least",
    why: "One metric misses the load that doesn't move it: requests that wait on a database use no CPU.",
    fix: 'Add an aws_appautoscaling_target and two aws_appautoscaling_policy of type "TargetTrackingScaling".',
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html"],
    check: targetTracking,
  },
  {
    id: "scaling/requests-of-its-own-targets",
    severity: "medium",
    title: "Scaling by requests counts those of the service's own targets",
    why: "With another target group's label the service follows somebody else's load.",
    fix: "Set resource_label to arn_suffix of the load balancer and of the service's own target group.",
    references: [
      "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html",
    ],
    check: requestsOfItsOwnTargets,
  },
  {
    id: "scaling/target-below-saturation",
    severity: "medium",
    title: "Scaling aims at 90 % of CPU or memory at most",
    why: "A scale-out takes 3 to 5 minutes: at a higher target the tasks are saturated long before new ones serve.",
    fix: "Set target_value to 90 or less; 60 leaves room for a zone.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html"],
    check: targetBelowSaturation,
  },
  {
    id: "scaling/bounds",
    severity: "high",
    title: "Services have two tasks at least, and room to scale",
    why: "With a single task, every lost instance is an outage; where maximum and minimum are the same, nothing scales.",
    fix: "Set min_capacity of the aws_appautoscaling_target to 2 or more, max_capacity above it.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html"],
    check: bounds,
  },
  {
    id: "scaling/desired-count-left-to-scaling",
    severity: "high",
    title: "Terraform leaves the number of tasks to auto scaling",
    why: "Otherwise the next apply sets it back to the number in the code, at peak load too.",
    fix: "Add desired_count to ignore_changes in the lifecycle of the service.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes"],
    onlyIn: "configuration",
    check: desiredCountLeftToScaling,
  },
  {
    id: "scaling/bounds-left-to-schedule",
    severity: "medium",
    title: "Terraform leaves the bounds of scaling to the schedule that changes them, and only then",
    why: "Otherwise an apply at night raises the bounds to those of the day, or the other way round.",
    fix: "Add min_capacity and max_capacity to ignore_changes in the lifecycle of the aws_appautoscaling_target; take them out where there is no aws_appautoscaling_scheduled_action.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes"],
    onlyIn: "configuration",
    check: boundsLeftToSchedule,
  },
  {
    id: "scaling/schedule-changes-bounds",
    severity: "medium",
    title: "A schedule that recurs changes the bounds of scaling, there and back",
    why: "One action by itself, or several that are alike, set the bounds once: the night is as dear as the day, or the day as weak as the night.",
    fix: "Give the service two aws_appautoscaling_scheduled_action with different bounds, or none.",
    references: [
      "https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-scheduled-scaling.html",
    ],
    check: scheduleChangesBounds,
  },
  {
    id: "scaling/schedule-comes-back",
    severity: "high",
    title: "What a schedule lowers, a schedule raises again",
    why: "A night without a morning: the service stays at its lower bounds for good, and the day's load meets the night's tasks.",
    fix: "Add an aws_appautoscaling_scheduled_action that sets the bounds back.",
    references: [
      "https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-scheduled-scaling.html",
    ],
    check: scheduleComesBack,
  },
  {
    id: "scaling/cooldowns",
    severity: "medium",
    title: "Services scale out within a minute or two, and in slowly",
    why: "By default ECS waits five minutes either way: load that doubles twice meets half of the tasks it needs. In turn, tasks that go at the first lull are missed at the next peak.",
    fix: "Set scale_out_cooldown = 60 and scale_in_cooldown = 300 or more.",
    references: [
      "https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html",
    ],
    check: cooldowns,
  },
  {
    id: "scaling/starts-at-its-minimum",
    severity: "low",
    title: "Services start with as many tasks as auto scaling keeps",
    why: "desired_count is used once. With another number the first minutes of a service are a scaling of their own: tasks that start to be stopped, or too few of them.",
    fix: "Set desired_count to the min_capacity of its aws_appautoscaling_target.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html"],
    check: startsAtItsMinimum,
  },
  {
    id: "scaling/schedule-restores-bounds",
    severity: "medium",
    title: "Schedules give back exactly what they took",
    why: "A morning that sets other bounds than the usual ones makes the night permanent, a little every day, and nothing in a plan shows it.",
    fix: "Let one scheduled action set min_capacity and max_capacity as the aws_appautoscaling_target has them, and none more than that.",
    references: [
      "https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html",
    ],
    check: scheduleRestoresBounds,
  },
];
