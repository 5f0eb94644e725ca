import { services } from "../../../src/plan/facts/services";
import { addressesOf, configured, fixturePlan } from "../../support/plan";

test.each([["main.tf.json"], ["plan.json"]])(
  "a service is read from miniature/%s with all that belongs to it",
  (name) => {
    const [service, ...others] = services(fixturePlan(`miniature/${name}`));
    expect(others).toEqual([]);
    expect(service).toMatchObject({
      service: { address: "aws_ecs_service.web" },
      cluster: { address: "aws_ecs_cluster.cluster" },
      taskDefinition: { address: "aws_ecs_task_definition.web" },
      targetGroups: [{ address: "aws_lb_target_group.web" }],
      capacityProviders: [{ address: "aws_ecs_capacity_provider.capacity" }],
      securityGroups: [],
      scalingTargets: [{ address: "aws_appautoscaling_target.web" }],
      scalingPolicies: [{ address: "aws_appautoscaling_policy.web" }],
      scheduledActions: [],
    });
  },
);

test("its own strategy counts before its cluster's, and its own network's groups are its groups", () => {
  const plan = configured({
    aws_ecs_cluster: { c: { name: "c" } },
    aws_ecs_capacity_provider: { own: { name: "own" }, default: { name: "default" } },
    aws_ecs_cluster_capacity_providers: {
      c: {
        cluster_name: "${aws_ecs_cluster.c.name}",
        default_capacity_provider_strategy: { capacity_provider: "default" },
      },
    },
    aws_security_group: { s: {} },
    aws_ecs_service: {
      s: {
        cluster: "${aws_ecs_cluster.c.id}",
        capacity_provider_strategy: [{ capacity_provider: "${aws_ecs_capacity_provider.own.name}" }],
        network_configuration: { security_groups: ["${aws_security_group.s.id}"] },
      },
    },
  });
  const [service] = services(plan);
  expect(addressesOf(service?.capacityProviders ?? [])).toEqual(["aws_ecs_capacity_provider.own"]);
  expect(addressesOf(service?.securityGroups ?? [])).toEqual(["aws_security_group.s"]);
});

test("scaling is matched by the service's name in its cluster, or by a reference to it", () => {
  const target = (resourceId: string) => ({ resource_id: resourceId });
  const plan = configured({
    aws_ecs_cluster: { c: { name: "${random_id.r.hex}" } },
    aws_ecs_service: {
      a: { name: "web", cluster: "one" },
      b: { name: "web", cluster: "two" },
      c: { name: "web", cluster: "${aws_ecs_cluster.c.id}" },
      d: { name: "web" },
    },
    aws_appautoscaling_target: {
      a: target("service/one/web"),
      b: target("service/two/web"),
      c: target("service/${aws_ecs_cluster.c.name}/${aws_ecs_service.c.id}"),
      d: target("service/default/web"),
      none: target("service/three/web"),
    },
    aws_appautoscaling_scheduled_action: { c: target("${aws_appautoscaling_target.c.resource_id}") },
    aws_appautoscaling_policy: { a: target("${aws_appautoscaling_target.a.id}"), none: target("${var.target}") },
  });
  expect(
    services(plan).map(({ scalingTargets, scalingPolicies, scheduledActions }) =>
      addressesOf([...scalingTargets, ...scalingPolicies, ...scheduledActions]),
    ),
  ).toEqual([
    ["aws_appautoscaling_target.a", "aws_appautoscaling_policy.a"],
    ["aws_appautoscaling_target.b"],
    ["aws_appautoscaling_target.c", "aws_appautoscaling_scheduled_action.c"],
    ["aws_appautoscaling_target.d"],
  ]);
});
