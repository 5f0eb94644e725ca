import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const PATH = "container_definitions.0.memory";

testRule("task/memory-limited", {
  fails: {
    "neither has one": {
      at: TASK,
      edit: (json) => {
        json.unset(TASK, PATH);
        json.unset(TASK, "memory");
      },
    },
  },
  passes: {
    "the task has one": (json) => json.unset(TASK, PATH),
    "the container has one": (json) => json.unset(TASK, "memory"),
  },
});
