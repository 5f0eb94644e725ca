import { platform } from "../support/platform";
import { addresses, environmentWith, resource } from "../support/stack";

const { capacity } = environmentWith();

describe("the Auto Scaling group", () => {
  const group = resource(platform(), "aws_autoscaling_group.capacity");

  test("has On-Demand at its base and Spot of several types above it, without weights", () => {
    expect(group.mixed_instances_policy).toEqual({
      launch_template: {
        launch_template_specification: {
          launch_template_id: "${aws_launch_template.capacity.id}",
          version: "${aws_launch_template.capacity.latest_version}",
        },
        override: capacity.instanceTypes.map((instance_type) => ({ instance_type })),
      },
      instances_distribution: {
        on_demand_base_capacity: 3,
        on_demand_percentage_above_base_capacity: 0,
        on_demand_allocation_strategy: "lowest-price",
        spot_allocation_strategy: "price-capacity-optimized",
      },
    });
    expect(group.capacity_rebalance).toBe(true);
  });

  test("leaves its size to managed scaling, within the environment's bounds", () => {
    expect(group).toMatchObject({ min_size: 3, max_size: 18 });
    expect(group).not.toHaveProperty("desired_capacity");
    expect(group.lifecycle).toMatchObject({ ignore_changes: expect.arrayContaining(["desired_capacity"]) });
  });

  test("leaves its share of On-Demand to the Spot fallback, unless it is all On-Demand", () => {
    const share = "mixed_instances_policy[0].instances_distribution[0].on_demand_percentage_above_base_capacity";
    expect(group.lifecycle).toMatchObject({ ignore_changes: ["desired_capacity", share] });
    const stack = platform({ capacity: { ...capacity, onDemandPercentageAboveBase: 100 } });
    expect(resource(stack, "aws_autoscaling_group.capacity").lifecycle).toMatchObject({
      ignore_changes: ["desired_capacity"],
    });
    expect(addresses(stack, "aws_sfn_state_machine")).not.toContain("aws_sfn_state_machine.spot_fallback");
  });

  test("protects its instances from scale-in, and itself from being destroyed", () => {
    expect(group.protect_from_scale_in).toBe(true);
    expect(group).toMatchObject({ lifecycle: { prevent_destroy: true }, force_delete: false });
  });

  test("replaces protected instances, too, in a refresh: a new one first", () => {
    expect(group.instance_refresh).toMatchObject({
      strategy: "Rolling",
      preferences: {
        min_healthy_percentage: 100,
        max_healthy_percentage: 110,
        scale_in_protected_instances: "Refresh",
      },
    });
  });

  test("judges instances by themselves, not by the tasks on them", () => {
    expect(group.health_check_type).toBe("EC2");
  });

  test("carries ECS's mark on to its instances, which would show as drift otherwise, and the environment's tags", () => {
    expect(group.tag).toEqual(
      expect.arrayContaining([
        { key: "AmazonECSManaged", value: "", propagate_at_launch: true },
        { key: "Environment", value: "production", propagate_at_launch: false },
        { key: "Disposable", value: "false", propagate_at_launch: false },
      ]),
    );
  });

  test("launches as the role that may use the volumes' key, and isn't waited for", () => {
    expect(group.service_linked_role_arn).toBe("${aws_iam_service_linked_role.auto_scaling.arn}");
    expect(group.wait_for_capacity_timeout).toBe("0");
  });

  test("stands in the private subnets, once they lead out", () => {
    const zones = ["a", "b", "c"];
    expect(group.vpc_zone_identifier).toEqual(zones.map((zone) => `\${aws_subnet.network_private_${zone}.id}`));
    expect(group.depends_on).toEqual(zones.map((zone) => `aws_route_table_association.network_private_${zone}`));
  });
});

describe("the capacity provider", () => {
  test("scales the group to the target, spares instances with tasks, and drains those that end", () => {
    expect(resource(platform(), "aws_ecs_capacity_provider.capacity").auto_scaling_group_provider).toEqual({
      auto_scaling_group_arn: "${aws_autoscaling_group.capacity.arn}",
      managed_termination_protection: "ENABLED",
      managed_draining: "ENABLED",
      managed_scaling: {
        status: "ENABLED",
        target_capacity: 80,
        minimum_scaling_step_size: 1,
        maximum_scaling_step_size: 18,
        instance_warmup_period: 120,
      },
    });
  });

  test("stands beside its next generation, which the services run on, each with a group of its own", () => {
    const stack = platform({ capacity: { ...capacity, generations: [1, 2] } });
    for (const type of ["aws_ecs_capacity_provider", "aws_autoscaling_group"]) {
      expect(resource(stack, `${type}.capacity`)).toMatchObject({ name: "production-1" });
      expect(resource(stack, `${type}.capacity_2`)).toMatchObject({ name: "production-2" });
    }
    const [older, newer] = ["capacity", "capacity_2"].map((name) => `\${aws_ecs_capacity_provider.${name}.name}`);
    expect(resource(stack, "aws_ecs_cluster_capacity_providers.capacity")).toMatchObject({
      capacity_providers: [older, newer],
      default_capacity_provider_strategy: [{ capacity_provider: newer }],
    });
    expect(resource(stack, "aws_ecs_service.web")).toMatchObject({
      capacity_provider_strategy: [{ capacity_provider: newer }],
    });
  });

  test("leaves its successor's address alone when it goes", () => {
    const stack = platform({ capacity: { ...capacity, generations: [2] } });
    expect(Object.keys(stack.resource.aws_autoscaling_group ?? {})).toEqual(["capacity_2"]);
  });

  test("is the cluster's one, and what a task without a strategy takes", () => {
    const name = "${aws_ecs_capacity_provider.capacity.name}";
    expect(resource(platform(), "aws_ecs_cluster_capacity_providers.capacity")).toMatchObject({
      cluster_name: "${aws_ecs_cluster.cluster.name}",
      capacity_providers: [name],
      default_capacity_provider_strategy: [{ capacity_provider: name }],
    });
  });
});

test("a disposable environment's group goes at once, with its instances", () => {
  const group = resource(platform({ disposable: true }), "aws_autoscaling_group.capacity");
  expect(group.force_delete).toBe(true);
  expect(group.lifecycle).not.toHaveProperty("prevent_destroy");
});
