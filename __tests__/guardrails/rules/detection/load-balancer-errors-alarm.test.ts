import { testRule } from "../../../support/rule-test";

testRule("detection/load-balancer-errors-alarm", {
  fails: {
    "its threshold is out of reach, as is that of the share of failed requests": {
      at: "aws_lb.ingress",
      edit: (json) => {
        json.set("aws_cloudwatch_metric_alarm.detection_load_balancer_errors", "threshold", 100000);
        json.set("aws_cloudwatch_metric_alarm.detection_requests_fail", "threshold", 100);
        json.set(
          "aws_cloudwatch_metric_alarm.detection_load_balancer_errors",
          "alarm_description",
          "It rings: docs/runbooks.md#it",
        );
        json.set(
          "aws_cloudwatch_metric_alarm.detection_requests_fail",
          "alarm_description",
          "It rings: docs/runbooks.md#it",
        );
      },
    },
  },
  passes: {
    "a share of all requests is enough": (json) =>
      json.set("aws_cloudwatch_metric_alarm.detection_load_balancer_errors", "threshold", 100000),
  },
});
