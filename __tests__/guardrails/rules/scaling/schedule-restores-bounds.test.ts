import { testRule } from "../../../support/rule-test";

const TARGET = "aws_appautoscaling_target.web";

testRule("scaling/schedule-restores-bounds", {
  fails: {
    "the morning keeps more than usual": {
      at: TARGET,
      edit: (json) =>
        json.set("aws_appautoscaling_scheduled_action.web_morning", "scalable_target_action.min_capacity", "7"),
    },
    "the night has another maximum": {
      at: TARGET,
      edit: (json) =>
        json.set("aws_appautoscaling_scheduled_action.web_night", "scalable_target_action.max_capacity", "12"),
    },
  },
});
