import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";

testRule("task/platform-stated", {
  fails: {
    "it says nothing": { at: TASK, edit: (json) => json.unset(TASK, "runtime_platform") },
    "it leaves the processor open": { at: TASK, edit: (json) => json.unset(TASK, "runtime_platform.cpu_architecture") },
  },
});
