import { testRule } from "../../../support/rule-test";

const DASHBOARD = "aws_cloudwatch_dashboard.detection_dashboard";
const WIDGETS = "dashboard_body.widgets";

testRule("detection/dashboards-without-gaps", {
  fails: {
    "a widget lies over another": { at: DASHBOARD, edit: (json) => json.set(DASHBOARD, `${WIDGETS}.3.x`, 15) },
    "a widget is smaller than its place": {
      at: DASHBOARD,
      edit: (json) => json.set(DASHBOARD, `${WIDGETS}.3.height`, 3),
    },
    "a widget is gone": { at: DASHBOARD, edit: (json) => json.unset(DASHBOARD, `${WIDGETS}.2`) },
    "a widget goes beyond the grid": { at: DASHBOARD, edit: (json) => json.set(DASHBOARD, `${WIDGETS}.3.width`, 9) },
  },
  undecided: {
    "it is known only at apply": {
      at: DASHBOARD,
      edit: (json) => json.set(DASHBOARD, "dashboard_body", "${var.from_outside}"),
    },
  },
  passes: {
    "the last row has room for one more": (json) => json.unset(DASHBOARD, `${WIDGETS}.23`),
    "CloudWatch is left to find a place": (json) => {
      json.unset(DASHBOARD, `${WIDGETS}.3.x`);
      json.unset(DASHBOARD, `${WIDGETS}.3.y`);
    },
  },
});
