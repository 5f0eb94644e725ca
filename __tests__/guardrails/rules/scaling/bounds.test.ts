import { testRule } from "../../../support/rule-test";

const TARGET = "aws_appautoscaling_target.web";

testRule("scaling/bounds", {
  fails: {
    "one task is enough": { at: TARGET, edit: (json) => json.set(TARGET, "min_capacity", 1) },
    "one task is enough at night": {
      at: "aws_appautoscaling_scheduled_action.web_night",
      edit: (json) =>
        json.set("aws_appautoscaling_scheduled_action.web_night", "scalable_target_action.min_capacity", "1"),
    },
    "there is no room": { at: TARGET, edit: (json) => json.set(TARGET, "max_capacity", 6) },
  },
  undecided: {
    "a bound is known only at apply": {
      at: TARGET,
      edit: (json) => json.set(TARGET, "max_capacity", "${var.from_outside}"),
    },
  },
});
