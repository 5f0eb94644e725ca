import { testRule } from "../../../support/rule-test";

const DASHBOARD = "aws_cloudwatch_dashboard.detection_dashboard";
const LINE = "dashboard_body.widgets.9.properties.annotations.horizontal.0";

testRule("detection/lines-say-what-counts", {
  fails: {
    "the line is elsewhere": { at: DASHBOARD, edit: (json) => json.set(DASHBOARD, `${LINE}.value`, 70) },
  },
  passes: {
    "a line on a chart that nothing compares": (json) =>
      json.set(DASHBOARD, "dashboard_body.widgets.13.properties.annotations", {
        horizontal: [{ label: "many", value: 5 }],
      }),
  },
});
