import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("scaling/desired-count-left-to-scaling", {
  fails: {
    "nothing is ignored": { at: SERVICE, edit: (json) => json.unset(SERVICE, "lifecycle") },
    "something else is ignored": {
      at: SERVICE,
      edit: (json) => json.set(SERVICE, "lifecycle.ignore_changes", ["task_definition"]),
    },
  },
  passes: {
    "nothing scales it": (json) => {
      json.remove("aws_appautoscaling_target.web");
      json.unset(SERVICE, "lifecycle");
    },
  },
});
