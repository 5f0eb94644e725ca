import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("service/propagates-tags", {
  fails: {
    "it is NONE": { at: SERVICE, edit: (json) => json.set(SERVICE, "propagate_tags", "NONE") },
    "it isn't set": { at: SERVICE, edit: (json) => json.unset(SERVICE, "propagate_tags") },
  },
  passes: {
    "they are the task definition's": (json) => json.set(SERVICE, "propagate_tags", "TASK_DEFINITION"),
  },
});
