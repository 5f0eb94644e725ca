import { testRule } from "../../../support/rule-test";

testRule("detection/reservation-alarm", {
  fails: {
    "it rings at the target": {
      at: "aws_ecs_capacity_provider.capacity",
      edit: (json) => json.set("aws_cloudwatch_metric_alarm.detection_reservation_above_target", "threshold", 79),
    },
    "it rings at twice what is there": {
      at: "aws_ecs_capacity_provider.capacity",
      edit: (json) => {
        json.set("aws_cloudwatch_metric_alarm.detection_reservation_above_target", "threshold", 200);
        json.set(
          "aws_cloudwatch_metric_alarm.detection_reservation_above_target",
          "alarm_description",
          "It rings: docs/runbooks.md#it",
        );
      },
    },
  },
});
