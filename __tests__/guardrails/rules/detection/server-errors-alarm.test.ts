import { testRule } from "../../../support/rule-test";

testRule("detection/server-errors-alarm", {
  fails: {
    "one error rings": {
      at: "aws_lb_target_group.web",
      edit: (json) => json.set("aws_cloudwatch_metric_alarm.web_server_errors", "threshold", 0),
    },
    "it rings for half a million errors a minute only": {
      at: "aws_lb_target_group.web",
      edit: (json) => {
        json.set("aws_cloudwatch_metric_alarm.web_server_errors", "threshold", 500000);
        json.set("aws_cloudwatch_metric_alarm.web_server_errors", "alarm_description", "It rings: docs/runbooks.md#it");
      },
    },
  },
});
