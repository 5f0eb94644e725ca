import { testRule } from "../../../support/rule-test";

testRule("detection/slow-answers-alarm", {
  fails: {
    "it rings when answers are fast": {
      at: "aws_lb_target_group.web",
      edit: (json) => {
        json.set("aws_cloudwatch_metric_alarm.detection_web_slow_answers", "comparison_operator", "LessThanThreshold");
      },
    },
    "it rings after an hour": {
      at: "aws_lb_target_group.web",
      edit: (json) => {
        json.set("aws_cloudwatch_metric_alarm.detection_web_slow_answers", "evaluation_periods", 60);
        json.set("aws_cloudwatch_metric_alarm.detection_web_slow_answers", "datapoints_to_alarm", 60);
      },
    },
  },
});
