import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";
const NIGHT = "aws_appautoscaling_scheduled_action.web_night";

testRule("scaling/schedule-changes-bounds", {
  fails: {
    "there is no night": { at: SERVICE, edit: (json) => json.remove(NIGHT) },
    "there is no morning": {
      at: SERVICE,
      edit: (json) => json.remove("aws_appautoscaling_scheduled_action.web_morning"),
    },
    "the night is as the morning": {
      at: SERVICE,
      edit: (json) => json.set(NIGHT, "scalable_target_action.min_capacity", "6"),
    },
  },
  undecided: {
    "a variable says the night": {
      at: SERVICE,
      edit: (json) => {
        json.remove("aws_appautoscaling_scheduled_action.web_morning");
        json.set(NIGHT, "scalable_target_action.min_capacity", "${var.from_outside}");
      },
    },
  },
  passes: {
    "a single action is for one day": (json) => {
      json.remove("aws_appautoscaling_scheduled_action.web_morning");
      json.set(NIGHT, "schedule", "at(2030-01-01T00:00:00)");
    },
  },
});
