import { testRule } from "../../../support/rule-test";

const ALARM = "aws_cloudwatch_metric_alarm.detection_nat_drops_a";

testRule("detection/metric-math-whole", {
  fails: {
    "an input is missing": { at: ALARM, edit: (json) => json.unset(ALARM, "metric_query.3") },
    "nothing is shown": { at: ALARM, edit: (json) => json.set(ALARM, "metric_query.0.return_data", false) },
    "an input is shown too": { at: ALARM, edit: (json) => json.set(ALARM, "metric_query.1.return_data", true) },
    "an input has no metric": { at: ALARM, edit: (json) => json.unset(ALARM, "metric_query.2.metric") },
  },
});
