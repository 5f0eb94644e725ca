import { testRule } from "../../../support/rule-test";

const POLICY = "aws_appautoscaling_policy.web_cpu";
const PATH = "target_tracking_scaling_policy_configuration.target_value";

testRule("scaling/target-below-saturation", {
  fails: {
    "it is 30": { at: POLICY, edit: (json) => json.set(POLICY, PATH, 30) },
    "it is 95": { at: POLICY, edit: (json) => json.set(POLICY, PATH, 95) },
    "it is 0": { at: POLICY, edit: (json) => json.set(POLICY, PATH, 0) },
    "it isn't set": { at: POLICY, edit: (json) => json.unset(POLICY, PATH) },
  },
});
