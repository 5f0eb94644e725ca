import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";

testRule("task/memory-adds-up", {
  fails: {
    "the task holds more": { at: TASK, edit: (json) => json.set(TASK, "memory", "2048") },
    "the container asks for more": { at: TASK, edit: (json) => json.set(TASK, "container_definitions.0.memory", 1025) },
  },
  passes: {
    "the task says nothing": (json) => json.unset(TASK, "memory"),
  },
  undecided: {
    "a variable says it": { at: TASK, edit: (json) => json.set(TASK, "memory", "${var.memory}") },
  },
});
