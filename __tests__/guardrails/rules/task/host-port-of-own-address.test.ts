import { testRule } from "../../../support/rule-test";

testRule("task/host-port-of-own-address", {
  fails: {
    "it maps a port": {
      at: "aws_ecs_task_definition.api",
      edit: (json) => json.set("aws_ecs_task_definition.api", "container_definitions.0.portMappings.0.hostPort", 80),
    },
  },
});
