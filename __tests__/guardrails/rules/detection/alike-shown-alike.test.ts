import { testRule } from "../../../support/rule-test";

const DASHBOARD = "aws_cloudwatch_dashboard.detection_dashboard";

testRule("detection/alike-shown-alike", {
  fails: {
    "a zone's gateway is left out": {
      at: DASHBOARD,
      edit: (json) => json.unset(DASHBOARD, "dashboard_body.widgets.19.properties.metrics.1"),
    },
  },
  undecided: {
    "it is known only at apply": {
      at: DASHBOARD,
      edit: (json) => json.set(DASHBOARD, "dashboard_body", "${var.from_outside}"),
    },
  },
});
