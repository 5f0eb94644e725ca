import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const PATH = "container_definitions.0.privileged";

testRule("task/not-privileged", {
  fails: {
    "it is true": { at: TASK, edit: (json) => json.set(TASK, PATH, true) },
  },
  undecided: {
    "the containers are known only at apply": {
      at: TASK,
      edit: (json) => json.set(TASK, "container_definitions", "${var.from_outside}"),
    },
  },
  passes: {
    "it isn't set, so that it isn't": (json) => json.unset(TASK, PATH),
  },
});
