import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";

testRule("task/capabilities-dropped", {
  fails: {
    "only one is dropped": {
      at: TASK,
      edit: (json) => json.set(TASK, "container_definitions.0.linuxParameters.capabilities.drop", ["NET_RAW"]),
    },
    "none is dropped": { at: TASK, edit: (json) => json.unset(TASK, "container_definitions.0.linuxParameters") },
  },
});
