import { testRule } from "../../../support/rule-test";

const TASK = "aws_ecs_task_definition.web";

testRule("task/old-revisions-stay", {
  fails: {
    "it is deregistered": { at: TASK, edit: (json) => json.set(TASK, "skip_destroy", false) },
    "it isn't set": { at: TASK, edit: (json) => json.unset(TASK, "skip_destroy") },
  },
});
