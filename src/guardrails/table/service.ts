import type { Rule } from "../rule";
import { circuitBreaker } from "../rules/service/circuit-breaker";
import { circuitBreakerRollback } from "../rules/service/circuit-breaker-rollback";
import { deploymentAlarms } from "../rules/service/deployment-alarms";
import { destroyOrder } from "../rules/service/destroy-order";
import { ecsManagedTags } from "../rules/service/ecs-managed-tags";
import { execOffWithReadOnlyRoot } from "../rules/service/exec-off-with-read-only-root";
import { healthCheckGracePeriod } from "../rules/service/health-check-grace-period";
import { loadBalancerNamesAContainer } from "../rules/service/load-balancer-names-a-container";
import { maximumPercent } from "../rules/service/maximum-percent";
import { minimumHealthyPercent } from "../rules/service/minimum-healthy-percent";
import { newDeploymentWithAStrategy } from "../rules/service/new-deployment-with-a-strategy";
import { noPublicAddress } from "../rules/service/no-public-address";
import { ownTargetGroup } from "../rules/service/own-target-group";
import { propagatesTags } from "../rules/service/propagates-tags";
import { spansZones } from "../rules/service/spans-zones";
import { spreadOverZones } from "../rules/service/spread-over-zones";
import { strategyHasWeight } from "../rules/service/strategy-has-weight";
import { strategyNamesProvidersOfItsCluster } from "../rules/service/strategy-names-providers-of-its-cluster";
import { strategyWithoutLaunchType } from "../rules/service/strategy-without-launch-type";
import { targetGroupHasTargets } from "../rules/service/target-group-has-targets";
import { targetTypeFitsNetworkMode } from "../rules/service/target-type-fits-network-mode";
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
    id: "service/ecs-managed-tags",
    severity: "low",
    title: "Tasks carry the tags of their cluster and service",
    why: "Without them the bill and the console can't say which service a task belonged to.",
    fix: "Set enable_ecs_managed_tags = true on the service.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html"],
    check: ecsManagedTags,
  },
  {
    id: "service/propagates-tags",
    severity: "low",
    title: "Tasks carry the tags of their service or task definition",
    why: "Tags on the service alone reach nothing that costs money.",
    fix: 'Set propagate_tags = "SERVICE" on the service.',
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-using-tags.html"],
    check: propagatesTags,
  },
  {
    id: "service/own-target-group",
    severity: "high",
    title: "Each service has a target group of its own",
    why: "In a shared one, requests for one service reach the other, and one's unhealthy tasks count against both.",
    fix: "Give the service an aws_lb_target_group of its own, and name it in load_balancer.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html"],
    check: ownTargetGroup,
  },
  {
    id: "service/target-type-fits-network-mode",
    severity: "high",
    title: "Target groups take addresses of awsvpc tasks, and instances of others",
    why: "ECS refuses the service, or no task is ever registered: nothing is behind the load balancer.",
    fix: 'Set target_type = "ip" on the target groups of services in awsvpc mode, "instance" on those in bridge mode.',
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html"],
    check: targetTypeFitsNetworkMode,
  },
  {
    id: "service/target-group-has-targets",
    severity: "high",
    title: "Each target group gets targets from a service",
    why: "A group without targets answers every request with 503.",
    fix: "Name it in load_balancer of the service, or take it and its listener rule out.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html"],
    check: targetGroupHasTargets,
  },
  {
    id: "service/spans-zones",
    severity: "high",
    title: "Tasks in awsvpc mode have a subnet in each zone of their network",
    why: "With a zone left out no task is placed there, however the service is spread.",
    fix: "List a private subnet of each zone in network_configuration of the service.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking-awsvpc.html"],
    check: spansZones,
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
    check: waitsForItsListener,
  },
  {
    id: "service/destroy-order",
    severity: "medium",
    title: "Services go before their capacity and the agents' permissions",
    why: "Otherwise a destroy cuts the agents off while they drain: the service stays in DRAINING, and the destroy hangs.",
    fix: "Add the aws_ecs_cluster_capacity_providers and the instance role's policies to depends_on of the service.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service"],
    check: destroyOrder,
  },
  {
    id: "service/strategy-has-weight",
    severity: "medium",
    title: "Capacity provider strategies have a weight",
    why: "A strategy whose weights are all 0 places no task at all.",
    fix: "Give at least one capacity_provider_strategy a weight of 1 or more.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html"],
    check: strategyHasWeight,
  },
];
