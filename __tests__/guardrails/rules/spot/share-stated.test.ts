import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("spot/share-stated", {
  fails: {
    "the share isn't set": {
      at: GROUP,
      edit: (json) =>
        json.unset(GROUP, "mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity"),
    },
    "the whole distribution is gone": {
      at: GROUP,
      edit: (json) => json.unset(GROUP, "mixed_instances_policy.instances_distribution"),
    },
  },
});
