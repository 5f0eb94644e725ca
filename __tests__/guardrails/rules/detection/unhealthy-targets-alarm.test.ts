import { testRule } from "../../../support/rule-test";

testRule("detection/unhealthy-targets-alarm", {
  fails: {
    "no zone's alarm ever rings": {
      at: "aws_lb_target_group.web",
      edit: (json) => {
        json.set("aws_cloudwatch_metric_alarm.detection_web_unhealthy_us_east_1a", "threshold", 100);
        json.set("aws_cloudwatch_metric_alarm.detection_web_unhealthy_us_east_1b", "threshold", 100);
        json.set("aws_cloudwatch_metric_alarm.detection_web_unhealthy_us_east_1c", "threshold", 100);
      },
    },
  },
});
