import { testRule } from "../../../support/rule-test";
import { setAgent } from "../../../support/user-data";

const SERVICE = "aws_ecs_service.web";
const TASK = "aws_ecs_task_definition.web";
const TARGET_GROUP = "aws_lb_target_group.web";
const PATH = "container_definitions.0.stopTimeout";

testRule("spot/reclaim-window", {
  fails: {
    "the deregistration takes long": {
      at: SERVICE,
      edit: (json) => json.set(TARGET_GROUP, "deregistration_delay", "100"),
    },
    "the deregistration takes AWS's default": {
      at: SERVICE,
      edit: (json) => json.unset(TARGET_GROUP, "deregistration_delay"),
    },
    "the container takes long to stop": { at: SERVICE, edit: (json) => json.set(TASK, PATH, 100) },
    "the container takes the agent's long time": {
      at: SERVICE,
      edit: (json) => {
        json.unset(TASK, PATH);
        setAgent(json, "aws_launch_template.capacity", "ECS_CONTAINER_STOP_TIMEOUT", "1m40s");
      },
    },
  },
  undecided: {
    "the delay is known only at apply": {
      at: SERVICE,
      edit: (json) => json.set(TARGET_GROUP, "deregistration_delay", "${var.from_outside}"),
    },
    "the share of Spot is known only at apply": {
      at: SERVICE,
      edit: (json) => {
        json.set(
          "aws_autoscaling_group.capacity",
          "mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity",
          "${var.from_outside}",
        );
        json.set(TARGET_GROUP, "deregistration_delay", "300");
      },
    },
  },
  passes: {
    "there is no Spot": (json) => {
      json.set(
        "aws_autoscaling_group.capacity",
        "mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity",
        100,
      );
      json.set(TARGET_GROUP, "deregistration_delay", "300");
    },
    "neither says how long, and both defaults fit": (json) => {
      json.unset(TASK, PATH);
      setAgent(json, "aws_launch_template.capacity", "ECS_CONTAINER_STOP_TIMEOUT");
    },
  },
});
