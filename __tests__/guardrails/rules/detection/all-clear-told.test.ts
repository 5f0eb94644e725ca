import { testRule } from "../../../support/rule-test";

const ALARM = "aws_cloudwatch_composite_alarm.detection_tasks_missing";

testRule("detection/all-clear-told", {
  fails: {
    "nobody hears that a lock is gone": {
      at: "aws_cloudwatch_metric_alarm.detection_state_lock_held",
      edit: (json) => json.unset("aws_cloudwatch_metric_alarm.detection_state_lock_held", "ok_actions"),
    },
    "nobody hears": { at: ALARM, edit: (json) => json.unset(ALARM, "ok_actions") },
  },
});
