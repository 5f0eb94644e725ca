import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";

testRule("task/init-process", {
  fails: {
    "it has none": {
      at: TASK,
      edit: (json) => json.set(TASK, "container_definitions.0.linuxParameters.initProcessEnabled", false),
    },
  },
});
