import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const PATH = "container_definitions.0.portMappings.0.hostPort";

testRule("task/dynamic-host-ports", {
  fails: {
    "it is fixed, among those that Linux gives": { at: TASK, edit: (json) => json.set(TASK, PATH, 40000) },
    "the port is fixed": { at: TASK, edit: (json) => json.set(TASK, PATH, 8080) },
  },
  passes: {
    "it isn't set, so that it is dynamic": (json) => json.unset(TASK, PATH),
    "the task has an address of its own": (json) => json.set("aws_ecs_task_definition.api", PATH, 9090),
  },
});
