import { testRule } from "../../../support/rule-test";

const TARGET = "aws_appautoscaling_target.web";

testRule("scaling/bounds-left-to-schedule", {
  fails: {
    "nothing is ignored": { at: TARGET, edit: (json) => json.unset(TARGET, "lifecycle") },
    "one bound isn't": { at: TARGET, edit: (json) => json.set(TARGET, "lifecycle.ignore_changes", ["min_capacity"]) },
  },
});
