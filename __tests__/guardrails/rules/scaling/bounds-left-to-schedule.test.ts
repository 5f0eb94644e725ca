import { testRule } from "../../../support/rule-test";

const TARGET = "aws_appautoscaling_target.web";

testRule("scaling/bounds-left-to-schedule", {
  fails: {
    "nothing is ignored": { at: TARGET, edit: (json) => json.unset(TARGET, "lifecycle") },
    "there is no schedule": {
      at: TARGET,
      edit: (json) => {
        json.remove("aws_appautoscaling_scheduled_action.web_night");
        json.remove("aws_appautoscaling_scheduled_action.web_morning");
      },
    },
    "one bound isn't": { at: TARGET, edit: (json) => json.set(TARGET, "lifecycle.ignore_changes", ["min_capacity"]) },
  },
});
