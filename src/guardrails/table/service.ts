import type { Rule } from "../rule";
import { boundsLeftToSchedule } from "../rules/service/bounds-left-to-schedule";
import { circuitBreaker } from "../rules/service/circuit-breaker";
import { circuitBreakerRollback } from "../rules/service/circuit-breaker-rollback";
import { deploymentAlarms } from "../rules/service/deployment-alarms";
import { desiredCountLeftToScaling } from "../rules/service/desired-count-left-to-scaling";
import { destroyOrder } from "../rules/service/destroy-order";
import { execOffWithReadOnlyRoot } from "../rules/service/exec-off-with-read-only-root";
import { healthCheckGracePeriod } from "../rules/service/health-check-grace-period";
import { loadBalancerNamesAContainer } from "../rules/service/load-balancer-names-a-container";
import { maximumPercent } from "../rules/service/maximum-percent";
import { minimumHealthyPercent } from "../rules/service/minimum-healthy-percent";
import { newDeploymentWithAStrategy } from "../rules/service/new-deployment-with-a-strategy";
import { noPublicAddress } from "../rules/service/no-public-address";
import { scalingBounds } from "../rules/service/scaling-bounds";
import { scheduleComesBack } from "../rules/service/schedule-comes-back";
import { spreadOverZones } from "../rules/service/spread-over-zones";
import { strategyNamesProvidersOfItsCluster } from "../rules/service/strategy-names-providers-of-its-cluster";
import { strategyWithoutLaunchType } from "../rules/service/strategy-without-launch-type";
import { targetBelowSaturation } from "../rules/service/target-below-saturation";
import { targetTracking } from "../rules/service/target-tracking";
import { thenBinpack } from "../rules/service/then-binpack";
import { waitsForItsListener } from "../rules/service/waits-for-its-listener";
import { zoneRebalancing } from "../rules/service/zone-rebalancing";

export const service: readonly Rule[] = [
  {
    id: "service/strategy-without-launch-type",
    severity: "high",
    title: "Services on instances have a capacity provider strategy and no launch type",
    why: "With a launch type, managed scaling doesn't see the service's tasks: what doesn't fit fails instead of adding instances.",
    fix: "Add capacity_provider_strategy to the service and take launch_type out.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/capacity-providers.html"],
    check: strategyWithoutLaunchType,
  },
  {
    id: "service/strategy-names-providers-of-its-cluster",
    severity: "high",
    title: "A service's strategy names capacity providers of its cluster",
    why: "With any other the service can't be created, or its tasks wait for instances that never come.",
    fix: "Name a provider that is in capacity_providers of the cluster's aws_ecs_cluster_capacity_providers.",
    references: [
      "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_cluster_capacity_providers",
    ],
    check: strategyNamesProvidersOfItsCluster,
  },
  {
    id: "service/new-deployment-with-a-strategy",
    severity: "medium",
    title: "A changed strategy starts a new deployment",
    why: "Otherwise Terraform replaces the service, and its tasks are gone until the new one has started.",
    fix: "Set force_new_deployment = true on services with a capacity_provider_strategy.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service"],
    check: newDeploymentWithAStrategy,
  },
  {
    id: "service/minimum-healthy-percent",
    severity: "high",
    title: "Deployments keep all desired tasks healthy",
    why: "Below 100, each deployment and each drain takes tasks away before their replacements serve.",
    fix: "Set deployment_minimum_healthy_percent to 100 or more.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html"],
    check: minimumHealthyPercent,
  },
  {
    id: "service/maximum-percent",
    severity: "medium",
    title: "Deployments may double the tasks",
    why: "With less room, new tasks come a few at a time; at 100 a deployment or a drain never moves at all.",
    fix: "Set deployment_maximum_percent to 200 or more.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html"],
    check: maximumPercent,
  },
  {
    id: "service/circuit-breaker",
    severity: "high",
    title: "A deployment whose tasks fail is stopped",
    why: "Without the circuit breaker ECS starts failing tasks for ever, and the pipeline waits until somebody looks.",
    fix: "Set enable = true in deployment_circuit_breaker of the service.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html"],
    check: circuitBreaker,
  },
  {
    id: "service/circuit-breaker-rollback",
    severity: "high",
    title: "A deployment that is stopped goes back to the last good one",
    why: "Without rollback the service is left between two revisions, short of tasks, until a person decides.",
    fix: "Set rollback = true in deployment_circuit_breaker of the service.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html"],
    check: circuitBreakerRollback,
  },
  {
    id: "service/deployment-alarms",
    severity: "high",
    title: "An alarm rolls a bad deployment back",
    why: "Tasks that start, pass their health check and answer with errors are a success for the circuit breaker.",
    fix: "Add alarms with enable and rollback = true and an aws_cloudwatch_metric_alarm on the service's errors.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html"],
    check: deploymentAlarms,
  },
  {
    id: "service/spread-over-zones",
    severity: "high",
    title: "Tasks are spread over the zones first",
    why: "Packed by memory first, all tasks of a service may stand in one zone, and go with it.",
    fix: 'Make the first ordered_placement_strategy type = "spread", field = "attribute:ecs.availability-zone".',
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-strategies.html"],
    check: spreadOverZones,
  },
  {
    id: "service/then-binpack",
    severity: "medium",
    title: "Within a zone, tasks are packed on few instances",
    why: "Otherwise every instance keeps a task or two: none is ever empty, so that nothing scales in.",
    fix: 'Add an ordered_placement_strategy of type = "binpack", field = "memory", after the spread.',
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-strategies.html"],
    check: thenBinpack,
  },
  {
    id: "service/zone-rebalancing",
    severity: "medium",
    title: "Services move tasks back into a zone that has recovered",
    why: "After an outage or a reclaim the tasks stay crowded in the other zones, and the next outage takes most of them.",
    fix: 'Set availability_zone_rebalancing = "ENABLED" on the service.',
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html"],
    check: zoneRebalancing,
  },
  {
    id: "service/health-check-grace-period",
    severity: "high",
    title: "New tasks have time to start before the load balancer's checks count",
    why: "At 0, the default, ECS stops a task that is still starting, and the next one, and no deployment ever ends.",
    fix: "Set health_check_grace_period_seconds above the application's start time.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_definition_parameters.html"],
    check: healthCheckGracePeriod,
  },
  {
    id: "service/load-balancer-names-a-container",
    severity: "high",
    title: "Load balancers send requests to a container and port that there is",
    why: "The service can't be created otherwise, or its targets never answer.",
    fix: "Set container_name and container_port of load_balancer to those of the task definition.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html"],
    check: loadBalancerNamesAContainer,
  },
  {
    id: "service/target-tracking",
    severity: "high",
    title: "Services scale by two metrics at least",
    why: "One metric misses the load that doesn't move it: requests that wait on a database use no CPU.",
    fix: 'Add an aws_appautoscaling_target and two aws_appautoscaling_policy of type "TargetTrackingScaling".',
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html"],
    check: targetTracking,
  },
  {
    id: "service/target-below-saturation",
    severity: "medium",
    title: "Scaling aims at 90 % of CPU or memory at most",
    why: "A scale-out takes 3 to 5 minutes: at a higher target the tasks are saturated long before new ones serve.",
    fix: "Set target_value to 90 or less; 60 leaves room for a zone.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html"],
    check: targetBelowSaturation,
  },
  {
    id: "service/scaling-bounds",
    severity: "high",
    title: "Services have two tasks at least, and room to scale",
    why: "With a single task, every lost instance is an outage; where maximum and minimum are the same, nothing scales.",
    fix: "Set min_capacity of the aws_appautoscaling_target to 2 or more, max_capacity above it.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html"],
    check: scalingBounds,
  },
  {
    id: "service/desired-count-left-to-scaling",
    severity: "high",
    title: "Terraform leaves the number of tasks to auto scaling",
    why: "Otherwise the next apply sets it back to the number in the code, at peak load too.",
    fix: "Add desired_count to ignore_changes in the lifecycle of the service.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes"],
    onlyIn: "configuration",
    check: desiredCountLeftToScaling,
  },
  {
    id: "service/bounds-left-to-schedule",
    severity: "medium",
    title: "Terraform leaves the bounds of scaling to the schedule that changes them",
    why: "Otherwise an apply at night raises the bounds to those of the day, or the other way round.",
    fix: "Add min_capacity and max_capacity to ignore_changes in the lifecycle of the aws_appautoscaling_target.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes"],
    onlyIn: "configuration",
    check: boundsLeftToSchedule,
  },
  {
    id: "service/schedule-comes-back",
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
    id: "service/no-public-address",
    severity: "high",
    title: "Tasks have no public address",
    why: "With one, a task stands in the internet, past the load balancer and its firewall.",
    fix: "Set assign_public_ip = false in network_configuration of the service.",
    references: ["CKV_AWS_333", "FSBP ECS.2"],
    check: noPublicAddress,
  },
  {
    id: "service/exec-off-with-read-only-root",
    severity: "low",
    title: "ECS Exec is off where the root file system is read-only",
    why: "Its agent must write into the container: Exec fails when it is needed, and a shell stands open to whoever may ask for it.",
    fix: "Set enable_execute_command = false on the service.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html"],
    check: execOffWithReadOnlyRoot,
  },
  {
    id: "service/waits-for-its-listener",
    severity: "medium",
    title: "Services are made after the listener that leads to them",
    why: "Until then the target group belongs to no load balancer, and ECS refuses the service: the first apply fails.",
    fix: "Add the aws_lb_listener or aws_lb_listener_rule to depends_on of the service.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service"],
    onlyIn: "configuration",
    check: waitsForItsListener,
  },
  {
    id: "service/destroy-order",
    severity: "medium",
    title: "Services go before their capacity and the agents' permissions",
    why: "Otherwise a destroy cuts the agents off while they drain: the service stays in DRAINING, and the destroy hangs.",
    fix: "Add the aws_ecs_cluster_capacity_providers and the instance role's policies to depends_on of the service.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service"],
    onlyIn: "configuration",
    check: destroyOrder,
  },
];
