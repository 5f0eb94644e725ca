import { testRule } from "../../../support/rule-test";

const ALARM = "aws_cloudwatch_composite_alarm.detection_tasks_missing";

testRule("detection/all-clear-told", {
  fails: {
    "nobody hears": { at: ALARM, edit: (json) => json.unset(ALARM, "ok_actions") },
  },
});
