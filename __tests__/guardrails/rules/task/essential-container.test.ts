import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";

testRule("task/essential-container", {
  fails: {
    "it isn't essential": {
      at: TASK,
      edit: (json) => json.set(TASK, "container_definitions.0.essential", false),
    },
    "there is no container": { at: TASK, edit: (json) => json.set(TASK, "container_definitions", "[]") },
  },
  undecided: {
    "they are known only at apply": {
      at: TASK,
      edit: (json) => json.set(TASK, "container_definitions", "${var.from_outside}"),
    },
  },
  passes: { "nothing is said": (json) => json.unset(TASK, "container_definitions.0.essential") },
});
