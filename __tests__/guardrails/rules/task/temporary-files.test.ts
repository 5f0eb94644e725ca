import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";
const PATH = "container_definitions.0.linuxParameters.tmpfs";

testRule("task/temporary-files", {
  fails: {
    "it may run programs": { at: TASK, edit: (json) => json.set(TASK, `${PATH}.0.mountOptions`, ["nosuid", "nodev"]) },
    "there is none": { at: TASK, edit: (json) => json.unset(TASK, PATH) },
    "it takes half of the memory": { at: TASK, edit: (json) => json.set(TASK, `${PATH}.0.size`, 512) },
    "it has no size": { at: TASK, edit: (json) => json.unset(TASK, `${PATH}.0.size`) },
  },
});
