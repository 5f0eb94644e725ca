import { testRule } from "../../../support/rule-test";

const POLICY = "aws_appautoscaling_policy.web_cpu";
const PATH = "target_tracking_scaling_policy_configuration";

testRule("scaling/cooldowns", {
  fails: {
    "scaling out takes ECS's time": { at: POLICY, edit: (json) => json.unset(POLICY, `${PATH}.scale_out_cooldown`) },
    "it acts on one value twice": { at: POLICY, edit: (json) => json.set(POLICY, `${PATH}.scale_out_cooldown`, 30) },
    "tasks go at the first lull": { at: POLICY, edit: (json) => json.set(POLICY, `${PATH}.scale_in_cooldown`, 60) },
  },
});
