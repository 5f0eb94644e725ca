import { testRule } from "../../../support/rule-test";

testRule("task/time-to-end", {
  fails: {
    "a container is killed early": {
      at: "aws_ecs_task_definition.web",
      edit: (json) => json.set("aws_ecs_task_definition.web", "container_definitions.0.stopTimeout", 29),
    },
    "requests are cut off": {
      at: "aws_lb_target_group.web",
      edit: (json) => json.set("aws_lb_target_group.web", "deregistration_delay", "15"),
    },
  },
});
