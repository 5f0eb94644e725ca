import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const PATH = "container_definitions.0.logConfiguration.options.max-buffer-size";

testRule("task/log-buffer", {
  fails: {
    "it is Docker's default": { at: TASK, edit: (json) => json.unset(TASK, PATH) },
    "it is smaller": { at: TASK, edit: (json) => json.set(TASK, PATH, "2m") },
  },
  passes: {
    "it is larger": (json) => json.set(TASK, PATH, "1g"),
  },
});
