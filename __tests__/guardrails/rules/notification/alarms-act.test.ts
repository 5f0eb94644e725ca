import { testRule } from "../../../support/rule-test";

testRule("notification/alarms-act", {
  fails: {
    "the actions of an alarm are off": {
      at: "aws_cloudwatch_metric_alarm.web_server_errors",
      edit: (json) => json.set("aws_cloudwatch_metric_alarm.web_server_errors", "actions_enabled", false),
    },
    "a composite one's are": {
      at: "aws_cloudwatch_composite_alarm.detection_capacity_short",
      edit: (json) => json.set("aws_cloudwatch_composite_alarm.detection_capacity_short", "actions_enabled", false),
    },
  },
  undecided: {
    "a variable says it": {
      at: "aws_cloudwatch_metric_alarm.web_server_errors",
      edit: (json) => json.set("aws_cloudwatch_metric_alarm.web_server_errors", "actions_enabled", "${var.enabled}"),
    },
  },
});
