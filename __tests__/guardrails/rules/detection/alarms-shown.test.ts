import { testRule } from "../../../support/rule-test";

const DASHBOARD = "aws_cloudwatch_dashboard.detection_dashboard";

testRule("detection/alarms-shown", {
  fails: {
    "the metric of its service isn't there": {
      at: "aws_cloudwatch_metric_alarm.detection_web_slow_answers",
      edit: (json) => json.unset(DASHBOARD, "dashboard_body.widgets.3.properties.metrics.0"),
    },
  },
  undecided: {
    "the dashboard is known only at apply": {
      at: "aws_cloudwatch_metric_alarm.detection_web_slow_answers",
      edit: (json) => json.set(DASHBOARD, "dashboard_body", "${var.from_outside}"),
    },
  },
  passes: {
    "the alarm itself is on it": (json) => {
      json.unset(DASHBOARD, "dashboard_body.widgets.3.properties.metrics.0");
      const alarms = "dashboard_body.widgets.1.properties.alarms";
      const others = json.get(DASHBOARD, alarms) as string[];
      json.set(DASHBOARD, alarms, [...others, "${aws_cloudwatch_metric_alarm.detection_web_slow_answers.arn}"]);
    },
    "there is none to show it": (json) => json.remove(DASHBOARD),
  },
});
