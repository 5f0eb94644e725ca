import type { Rule } from "../../rule";
import { deregistrationDelay } from "../../rules/load-balancing/deregistration-delay";
import { healthCheckTiming } from "../../rules/load-balancing/health-check-timing";
import { noStickiness } from "../../rules/load-balancing/no-stickiness";
import { targetGroupHealthCheck } from "../../rules/load-balancing/target-group-health-check";
import { targetGroupReplacedBeforeDestroyed } from "../../rules/load-balancing/target-group-replaced-before-destroyed";
import { targetGroupsGetRequests } from "../../rules/load-balancing/target-groups-get-requests";
import { targetPortInUse } from "../../rules/load-balancing/target-port-in-use";

/** Target groups. */
export const targets: readonly Rule[] = [
  {
    id: "load-balancing/target-group-health-check",
    severity: "high",
    title: "Target groups ask a path of their own whether a task can serve",
    why: "A task that is up but can't serve stays in: AWS's default asks /, which may answer, or redirect, with everything behind it down.",
    fix: "Set health_check on the aws_lb_target_group with path, enabled = true and a matcher of 2xx or 3xx codes, by HTTP, and interval × unhealthy_threshold of 120 s at most.",
    references: ["CKV_AWS_261"],
    check: targetGroupHealthCheck,
  },
  {
    id: "load-balancing/target-groups-get-requests",
    severity: "high",
    title: "Each service's target group gets requests from a listener",
    why: "The service runs, is paid for and healthy, and nobody reaches it.",
    fix: "Add an aws_lb_listener_rule that forwards to the target group.",
    references: ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html"],
    check: targetGroupsGetRequests,
  },
  {
    id: "load-balancing/deregistration-delay",
    severity: "medium",
    title: "Target groups give a removed target time, but not five minutes",
    why: "AWS's default keeps each old task for 300 s: deployments crawl, and a Spot reclaim, which comes after 120 s, cuts its connections; no delay at all cuts every one.",
    fix: "Set deregistration_delay on the aws_lb_target_group, to some 30 s.",
    references: [
      "https://docs.aws.amazon.com/AmazonECS/latest/bestpracticesguide/load-balancer-connection-draining.html",
    ],
    check: deregistrationDelay,
  },
  {
    id: "load-balancing/target-group-replaced-before-destroyed",
    severity: "medium",
    title: "Target groups are replaced before they are destroyed",
    why: "A changed port replaces the group: the old one is in use by a rule, can't be deleted, and the apply fails half way.",
    fix: "Set create_before_destroy = true in the target group's lifecycle, and a name that can change (name_prefix).",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_target_group"],
    onlyIn: "configuration",
    check: targetGroupReplacedBeforeDestroyed,
  },
  {
    id: "load-balancing/no-stickiness",
    severity: "low",
    title: "Requests go to any healthy target",
    why: "Sessions that stick to a target are lost with its Spot instance, and load doesn't follow new targets.",
    fix: "Set stickiness.enabled = false, and keep sessions outside of the tasks.",
    references: ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html"],
    check: noStickiness,
  },
  {
    id: "load-balancing/health-check-timing",
    severity: "medium",
    title: "A target that fails is found in thirty seconds, and a new one is used at once",
    why: "Until then its requests fail. Each further check that a new target has to pass delays the replacement of what a reclaim takes.",
    fix: "Set healthy_threshold = 2, and interval × unhealthy_threshold of 30 seconds at most; timeout shorter than interval.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/bestpracticesguide/load-balancer-healthcheck.html"],
    check: healthCheckTiming,
  },
  {
    id: "load-balancing/target-port-in-use",
    severity: "low",
    title: "Target groups of addresses have the port that their containers listen on",
    why: "ECS registers each task with its own port; whoever registers or checks by the group's finds nobody there.",
    fix: "Set port of the aws_lb_target_group to the service's container_port.",
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
    ],
    check: targetPortInUse,
  },
];
