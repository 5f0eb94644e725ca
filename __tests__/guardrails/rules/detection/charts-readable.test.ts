import { testRule } from "../../../support/rule-test";

const DASHBOARD = "aws_cloudwatch_dashboard.detection_dashboard";
const WIDGET = "dashboard_body.widgets.2.properties";

testRule("detection/charts-readable", {
  fails: {
    "a metric has no statistic": { at: DASHBOARD, edit: (json) => json.unset(DASHBOARD, `${WIDGET}.metrics.0.4.stat`) },
    "a count's average is shown": {
      at: DASHBOARD,
      edit: (json) => json.set(DASHBOARD, `${WIDGET}.metrics.0.4.stat`, "Average"),
    },
    "there is no such period": { at: DASHBOARD, edit: (json) => json.set(DASHBOARD, `${WIDGET}.period`, 59) },
    "there is no data point in a period": {
      at: DASHBOARD,
      edit: (json) => json.set(DASHBOARD, `${WIDGET}.period`, 30),
    },
    "a chart has no title": { at: DASHBOARD, edit: (json) => json.unset(DASHBOARD, `${WIDGET}.title`) },
    "its axis begins anywhere": { at: DASHBOARD, edit: (json) => json.unset(DASHBOARD, `${WIDGET}.yAxis`) },
    "no alarm is in the widget of alarms": {
      at: DASHBOARD,
      edit: (json) => json.set(DASHBOARD, "dashboard_body.widgets.1.properties.alarms", []),
    },
    "there are no widgets": { at: DASHBOARD, edit: (json) => json.set(DASHBOARD, "dashboard_body.widgets", []) },
  },
  undecided: {
    "it is known only at apply": {
      at: DASHBOARD,
      edit: (json) => json.set(DASHBOARD, "dashboard_body", "${var.from_outside}"),
    },
  },
  passes: {
    "a percentile of it is shown": (json) =>
      json.set(DASHBOARD, "dashboard_body.widgets.3.properties.metrics.0.6.stat", "p90"),
    "its right axis is stated": (json) => json.set(DASHBOARD, `${WIDGET}.yAxis`, { right: { min: 0 } }),
  },
});
