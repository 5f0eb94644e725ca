import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const PATH = "container_definitions.0.readonlyRootFilesystem";

testRule("task/read-only-root", {
  fails: {
    "it is false": { at: TASK, edit: (json) => json.set(TASK, PATH, false) },
    "it isn't set": { at: TASK, edit: (json) => json.unset(TASK, PATH) },
  },
  undecided: {
    "the containers are known only at apply": {
      at: TASK,
      edit: (json) => json.set(TASK, "container_definitions", "${var.from_outside}"),
    },
  },
});
