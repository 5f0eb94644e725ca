import { testRule } from "../../../support/rule-test";

testRule("scaling/schedule-comes-back", {
  fails: {
    "there is no morning": {
      at: "aws_appautoscaling_target.web",
      edit: (json) => json.remove("aws_appautoscaling_scheduled_action.web_morning"),
    },
    "the morning is too low": {
      at: "aws_appautoscaling_target.web",
      edit: (json) =>
        json.set("aws_appautoscaling_scheduled_action.web_morning", "scalable_target_action.min_capacity", "4"),
    },
  },
  passes: {
    "nothing is lowered": (json) => json.remove("aws_appautoscaling_scheduled_action.web_night"),
  },
});
