import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";

testRule("task/non-root-user", {
  fails: {
    "it is root": { at: TASK, edit: (json) => json.set(TASK, "container_definitions.0.user", "root") },
    "it is 0": { at: TASK, edit: (json) => json.set(TASK, "container_definitions.0.user", "0") },
    "it is 0:1000": { at: TASK, edit: (json) => json.set(TASK, "container_definitions.0.user", "0:1000") },
    "it isn't set": { at: TASK, edit: (json) => json.unset(TASK, "container_definitions.0.user") },
  },
  undecided: {
    "the containers are known only at apply": {
      at: TASK,
      edit: (json) => json.set(TASK, "container_definitions", "${var.from_outside}"),
    },
  },
  passes: {
    "it runs on Windows": (json) => {
      json.set(TASK, "runtime_platform", { operating_system_family: "WINDOWS_SERVER_2022_CORE" });
      json.unset(TASK, "container_definitions.0.user");
    },
  },
});
