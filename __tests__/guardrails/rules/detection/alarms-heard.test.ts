import { testRule } from "../../../support/rule-test";

testRule("detection/alarms-heard", {
  fails: {
    "its composite alarm rings while it is OK": {
      at: "aws_cloudwatch_metric_alarm.detection_launches_fail",
      edit: (json) => {
        const composite = "aws_cloudwatch_composite_alarm.detection_capacity_short";
        const rule = String(json.get(composite, "alarm_rule"));
        json.set(composite, "alarm_rule", rule.replace(/ALARM(?=\("[^"]*launches_fail)/, "OK"));
      },
    },
    "its composite alarm rings only if all of them do": {
      at: "aws_cloudwatch_metric_alarm.detection_cpu_reserved",
      edit: (json) => {
        const rule = String(json.get("aws_cloudwatch_composite_alarm.detection_capacity_short", "alarm_rule"));
        json.set(
          "aws_cloudwatch_composite_alarm.detection_capacity_short",
          "alarm_rule",
          rule.replaceAll(" OR ", " AND "),
        );
      },
    },
    "its composite alarm may not act": {
      at: "aws_cloudwatch_metric_alarm.detection_cpu_reserved",
      edit: (json) => {
        json.set("aws_cloudwatch_composite_alarm.detection_capacity_short", "actions_enabled", false);
      },
    },
  },
});
