import { testRule } from "../../../support/rule-test";

const ALARM = "aws_cloudwatch_metric_alarm.spot_fallback_tasks_waiting";

testRule("automation/fallback-woken-by-want", {
  fails: {
    "it is woken at the target": {
      at: ALARM,
      edit: (json) => {
        json.set(ALARM, "threshold", 80);
        json.set(ALARM, "alarm_description", "It rings: docs/runbooks.md#it");
      },
    },
  },
  passes: {
    "it is woken later": (json) => json.set(ALARM, "threshold", 120),
  },
});
