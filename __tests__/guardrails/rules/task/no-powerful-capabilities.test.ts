import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const PATH = "container_definitions.0.linuxParameters.capabilities.add";

testRule("task/no-powerful-capabilities", {
  fails: {
    "it is as good as root": { at: TASK, edit: (json) => json.set(TASK, PATH, ["SYS_ADMIN"]) },
    "it gets back what it dropped": { at: TASK, edit: (json) => json.set(TASK, PATH, ["ALL"]) },
  },
  passes: {
    "it may listen on low ports": (json) => json.set(TASK, PATH, ["NET_BIND_SERVICE"]),
  },
});
