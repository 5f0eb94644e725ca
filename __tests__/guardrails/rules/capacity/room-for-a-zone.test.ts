import { testRule } from "../../../support/rule-test";

testRule("capacity/room-for-a-zone", {
  fails: {
    "the group may not grow enough": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => {
        json.set("aws_autoscaling_group.capacity", "max_size", 4);
        json.set(
          "aws_ecs_capacity_provider.capacity",
          "auto_scaling_group_provider.managed_scaling.maximum_scaling_step_size",
          4,
        );
      },
    },
    "more tasks are wanted than the other zones hold": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => json.set("aws_appautoscaling_target.web", "min_capacity", 60),
    },
    "without scaling too": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => {
        json.remove("aws_appautoscaling_target.web");
        json.set("aws_ecs_service.web", "desired_count", 100);
      },
    },
    "each task wants much memory": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => {
        json.set("aws_autoscaling_group.capacity", "max_size", 6);
        json.set("aws_ecs_task_definition.web", "memory", "6144");
      },
    },
    "a zone less to fall back on": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => {
        json.set("aws_autoscaling_group.capacity", "max_size", 6);
        json.set("aws_appautoscaling_target.web", "min_capacity", 12);
        json.set("aws_autoscaling_group.capacity", "vpc_zone_identifier", [
          "${aws_subnet.network_private_a.id}",
          "${aws_subnet.network_private_b.id}",
        ]);
      },
    },
  },
  undecided: {
    "its subnets aren't in the plan, and half of it isn't enough": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => {
        json.set("aws_autoscaling_group.capacity", "max_size", 5);
        json.set("aws_autoscaling_group.capacity", "vpc_zone_identifier", ["subnet-1", "subnet-2"]);
      },
    },
    "a variable says how far it may grow": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => json.set("aws_autoscaling_group.capacity", "max_size", "${var.max_size}"),
    },
    "a variable says how many tasks": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => json.set("aws_appautoscaling_target.web", "min_capacity", "${var.tasks}"),
    },
  },
  passes: {
    "its subnets aren't in the plan, and half of it is enough": (json) =>
      json.set("aws_autoscaling_group.capacity", "vpc_zone_identifier", ["subnet-1", "subnet-2"]),
    "it is in a single zone, which another rule is about": (json) => {
      json.set("aws_autoscaling_group.capacity", "max_size", 4);
      json.set("aws_autoscaling_group.capacity", "vpc_zone_identifier", ["${aws_subnet.network_private_a.id}"]);
    },
  },
});
