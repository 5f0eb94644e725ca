import { platform } from "../support/platform";
import { resource } from "../support/stack";

const stack = platform();
const [web, api] = ["web", "api"].map((name) => resource(stack, `aws_ecs_service.${name}`));

describe("a service", () => {
  test("runs where the capacity provider says, without a launch type", () => {
    expect(web).toMatchObject({
      cluster: "${aws_ecs_cluster.cluster.arn}",
      capacity_provider_strategy: [{ capacity_provider: "${aws_ecs_capacity_provider.capacity.name}" }],
      force_new_deployment: true,
    });
    expect(web).not.toHaveProperty("launch_type");
  });

  test("is deployed new tasks first, and taken back where they don't start or answer with errors", () => {
    expect(web).toMatchObject({
      deployment_minimum_healthy_percent: 100,
      deployment_maximum_percent: 200,
      deployment_circuit_breaker: { enable: true, rollback: true },
      alarms: {
        enable: true,
        rollback: true,
        alarm_names: ["${aws_cloudwatch_metric_alarm.web_server_errors.alarm_name}"],
      },
      health_check_grace_period_seconds: 60,
    });
  });

  test("is spread over the zones, then packed, and spread again once a zone is back", () => {
    expect(web).toMatchObject({
      ordered_placement_strategy: [
        { type: "spread", field: "attribute:ecs.availability-zone" },
        { type: "binpack", field: "memory" },
      ],
      availability_zone_rebalancing: "ENABLED",
    });
  });

  test("leaves the number of its tasks to auto scaling", () => {
    expect(web).toMatchObject({ desired_count: 6, lifecycle: { ignore_changes: ["desired_count"] } });
  });

  test("passes its tags on to its tasks, and lets nobody type in them", () => {
    expect(web).toMatchObject({
      enable_ecs_managed_tags: true,
      propagate_tags: "SERVICE",
      enable_execute_command: false,
    });
  });

  test("has a network of its own in awsvpc mode only: private subnets, its own group, no public address", () => {
    expect(api?.network_configuration).toEqual({
      assign_public_ip: false,
      security_groups: ["${aws_security_group.api.id}"],
      subnets: ["a", "b", "c"].map((zone) => `\${aws_subnet.network_private_${zone}.id}`),
    });
    expect(web).not.toHaveProperty("network_configuration");
  });

  test("stands after, and goes before, the strategy, its rule, its permissions and those of the instances", () => {
    expect(web?.depends_on).toEqual([
      "aws_ecs_cluster_capacity_providers.capacity",
      "aws_lb_listener_rule.web",
      "aws_iam_role_policy.web_execution",
      "aws_iam_role_policy.instance",
    ]);
  });
});
