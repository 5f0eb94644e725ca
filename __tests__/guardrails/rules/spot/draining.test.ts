import { testRule } from "../../../support/rule-test";
import { setAgent } from "../../../support/user-data";

const GROUP = "aws_autoscaling_group.capacity";
const TEMPLATE = "aws_launch_template.capacity";

testRule("spot/draining", {
  fails: {
    "it is false": {
      at: GROUP,
      edit: (json) => setAgent(json, TEMPLATE, "ECS_ENABLE_SPOT_INSTANCE_DRAINING", "false"),
    },
    "it isn't set": { at: GROUP, edit: (json) => setAgent(json, TEMPLATE, "ECS_ENABLE_SPOT_INSTANCE_DRAINING") },
    "Spot is asked for by the launch template": {
      at: GROUP,
      edit: (json) => {
        json.unset(GROUP, "mixed_instances_policy");
        json.set(GROUP, "launch_template", { id: "${aws_launch_template.capacity.id}" });
        json.set(TEMPLATE, "instance_market_options", { market_type: "spot" });
        setAgent(json, TEMPLATE, "ECS_ENABLE_SPOT_INSTANCE_DRAINING");
      },
    },
  },
  passes: {
    "there is no Spot": (json) => {
      json.set(GROUP, "mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity", 100);
      setAgent(json, TEMPLATE, "ECS_ENABLE_SPOT_INSTANCE_DRAINING");
    },
  },
});
