import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const PATH = "container_definitions.0.healthCheck";

testRule("task/health-check", {
  fails: {
    "there is none": { at: TASK, edit: (json) => json.unset(TASK, PATH) },
    "it always succeeds": {
      at: TASK,
      edit: (json) => json.set(TASK, "container_definitions.0.healthCheck.command", ["CMD-SHELL", "exit 0"]),
    },
    "the image's own is switched off": {
      at: TASK,
      edit: (json) => json.set(TASK, "container_definitions.0.healthCheck.command", ["NONE"]),
    },
  },
  passes: {
    "the container isn't essential": (json) => {
      json.set(TASK, "container_definitions.0.essential", false);
      json.unset(TASK, PATH);
    },
  },
});
