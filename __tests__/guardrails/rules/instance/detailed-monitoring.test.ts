import { testRule } from "../../../support/rule-test";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/detailed-monitoring", {
  fails: {
    "it is false": { at: TEMPLATE, edit: (json) => json.set(TEMPLATE, "monitoring.enabled", false) },
    "it isn't set": { at: TEMPLATE, edit: (json) => json.unset(TEMPLATE, "monitoring.enabled") },
  },
});
