import type { Rule } from "../../rule";
import { drainGuard } from "../../rules/automation/drain-guard";
import { drainGuardInTime } from "../../rules/automation/drain-guard-in-time";
import { fallbackBoundOne } from "../../rules/automation/fallback-bound-one";
import { fallbackCheckedDaily } from "../../rules/automation/fallback-checked-daily";
import { fallbackMayMoveItsGroup } from "../../rules/automation/fallback-may-move-its-group";
import { fallbackWoken } from "../../rules/automation/fallback-woken";
import { fallbackWokenByWant } from "../../rules/automation/fallback-woken-by-want";
import { shareLeftToFallback } from "../../rules/automation/share-left-to-fallback";
import { spotFallback } from "../../rules/automation/spot-fallback";

/** What Spot needs: the fallback to On-Demand, and the drain guard. */
export const spot: readonly Rule[] = [
  {
    id: "automation/drain-guard",
    severity: "medium",
    title: "Tasks on Spot are taken out of the load balancer before their instance goes",
    why: "With 100 percent minimum healthy, ECS leaves them in service until replacements are healthy, or the instance is gone at 120 seconds, in mid-request.",
    fix: "Start a state machine or function by an enabled rule for EC2 Spot Instance Interruption Warning, which deregisters the instance's targets in time.",
    references: [
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-draining.html",
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html",
    ],
    check: drainGuard,
  },
  {
    id: "automation/drain-guard-in-time",
    severity: "high",
    title: "A drain guard acts while connections can still end, and gives replacements the time until then",
    why: "What is taken out later than the deregistration delay before the end is cut off all the same; what is taken out at once is missing while its replacement starts.",
    fix: "Let the guard wait until 110 s less the target group's deregistration_delay at most, and at least half of that.",
    references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html"],
    check: drainGuardInTime,
  },
  {
    id: "automation/spot-fallback",
    severity: "medium",
    title: "Groups with Spot turn to On-Demand while Spot has no instances",
    why: "An Auto Scaling group keeps its ratio of On-Demand to Spot and waits, however long Spot has nothing to give; tasks wait with it.",
    fix: "Add a state machine that raises on_demand_percentage_above_base_capacity while instances are missing, and lowers it afterwards.",
    references: ["https://github.com/aws/containers-roadmap/issues/773"],
    check: spotFallback,
  },
  {
    id: "automation/share-left-to-fallback",
    severity: "high",
    title: "The share of On-Demand is left to what moves it",
    why: "The next apply would set it back, and take the On-Demand instances away on the day that Spot has none.",
    fix: "Add mixed_instances_policy[0].instances_distribution[0].on_demand_percentage_above_base_capacity to ignore_changes of the group.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle"],
    onlyIn: "configuration",
    check: shareLeftToFallback,
  },
  {
    id: "automation/fallback-woken",
    severity: "high",
    title: "A Spot fallback is started by launches that fail",
    why: "A fallback that nothing starts is none.",
    fix: "Add an enabled EventBridge rule for EC2 Instance Launch Unsuccessful of the group, with the state machine as its target.",
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-event-reference.html"],
    check: fallbackWoken,
  },
  {
    id: "automation/fallback-checked-daily",
    severity: "medium",
    title: "A Spot fallback is started by the clock, too",
    why: "Events are delivered as well as it can be done, and an execution may end in the middle: the raised share would stay, at three times the price.",
    fix: "Add an EventBridge rule with a schedule_expression that starts the state machine.",
    references: ["https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-autoscaling.html"],
    check: fallbackCheckedDaily,
  },
  {
    id: "automation/fallback-may-move-its-group",
    severity: "high",
    title: "The role of a Spot fallback may update its own group, and no other",
    why: "Without it, the fallback fails on the one day that it is for; with more, it can empty a group that isn't its own.",
    fix: "Allow autoscaling:UpdateAutoScalingGroup on the ARN of the group that the definition names, and on nothing else.",
    references: ["https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2autoscaling.html"],
    check: fallbackMayMoveItsGroup,
  },
  {
    id: "automation/fallback-bound-one",
    severity: "high",
    title: "A Spot fallback compares with the bound that it sets",
    why: "With another number in one of the places it stops short of its bound, or climbs to it again at every look, and tells each time.",
    fix: "Use one number for the comparisons of the share and for the Result that it is set from.",
    references: ["https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstancesDistribution.html"],
    check: fallbackBoundOne,
  },
  {
    id: "automation/fallback-woken-by-want",
    severity: "medium",
    title: "What starts a Spot fallback is more than managed scaling deals with",
    why: "Up to 100 percent, managed scaling brings the instances that are wanted: a fallback that is woken sooner buys On-Demand while Spot has plenty.",
    fix: "Set the threshold of the alarm on CapacityProviderReservation to 100 or more.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-scaling-targets.html"],
    check: fallbackWokenByWant,
  },
];
