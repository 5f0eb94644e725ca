import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";

testRule("task/no-host-network", {
  fails: {
    "it is host": { at: TASK, edit: (json) => json.set(TASK, "network_mode", "host") },
  },
  passes: {
    "it isn't set, so that it is bridge": (json) => json.unset(TASK, "network_mode"),
  },
});
