import { testRule } from "../../../support/rule-test";

const OVERRIDES = "mixed_instances_policy.launch_template.override";

testRule("capacity/task-fits-smallest-instance", {
  fails: {
    "its memory is more than the smallest type has": {
      at: "aws_ecs_service.web",
      edit: (json) => {
        json.set("aws_ecs_task_definition.web", "memory", "8192");
        json.set("aws_ecs_task_definition.web", "container_definitions.0.memory", 8192);
      },
    },
    "its CPU is, by the task": {
      at: "aws_ecs_service.web",
      edit: (json) => json.set("aws_ecs_task_definition.web", "cpu", "4 vCPU"),
    },
    "its CPU is, by its container": {
      at: "aws_ecs_service.web",
      edit: (json) => json.set("aws_ecs_task_definition.web", "container_definitions.0.cpu", 2560),
    },
    "one of the types is small": {
      at: "aws_ecs_service.web",
      edit: (json) => json.set("aws_autoscaling_group.capacity", `${OVERRIDES}.0.instance_type`, "t3.micro"),
    },
  },
  undecided: {
    "a type isn't in the catalogue": {
      at: "aws_ecs_service.web",
      edit: (json) => json.set("aws_autoscaling_group.capacity", `${OVERRIDES}.0.instance_type`, "x9z.large"),
    },
    "a variable says the memory": {
      at: "aws_ecs_service.web",
      edit: (json) => json.set("aws_ecs_task_definition.web", "memory", "${var.memory}"),
    },
  },
  passes: {
    "it takes a whole instance's CPU": (json) =>
      json.set("aws_ecs_task_definition.web", "container_definitions.0.cpu", 2048),
  },
});
