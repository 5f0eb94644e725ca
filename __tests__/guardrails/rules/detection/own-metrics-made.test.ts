import { testRule } from "../../../support/rule-test";

const FILTER = "aws_cloudwatch_log_metric_filter.detection_count_spot_interruptions";
const DASHBOARD = "aws_cloudwatch_dashboard.detection_dashboard";

testRule("detection/own-metrics-made", {
  fails: {
    "nothing counts what a chart shows": { at: DASHBOARD, edit: (json) => json.remove(FILTER) },
    "it is counted as nothing": {
      at: DASHBOARD,
      edit: (json) => json.set(FILTER, "metric_transformation.value", "0"),
    },
    "nothing counts what an alarm reads": {
      at: "aws_cloudwatch_metric_alarm.detection_launches_fail",
      edit: (json) => json.remove("aws_cloudwatch_log_metric_filter.detection_count_failed_launches"),
    },
    "it is read more often than it is made": {
      at: DASHBOARD,
      edit: (json) => json.set(DASHBOARD, "dashboard_body.widgets.13.properties.period", 10),
    },
  },
});
