import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";
const PATH = "mixed_instances_policy.instances_distribution.on_demand_base_capacity";

testRule("spot/on-demand-base", {
  fails: {
    "it is 1": { at: GROUP, edit: (json) => json.set(GROUP, PATH, 1) },
    "it is 0": { at: GROUP, edit: (json) => json.set(GROUP, PATH, 0) },
    "the group may shrink below it": { at: GROUP, edit: (json) => json.set(GROUP, "min_size", 0) },
    "it isn't set": { at: GROUP, edit: (json) => json.unset(GROUP, PATH) },
  },
  undecided: {
    "the share of On-Demand is known only at apply": {
      at: GROUP,
      edit: (json) => {
        json.set(
          GROUP,
          "mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity",
          "${var.from_outside}",
        );
        json.set(GROUP, PATH, 0);
      },
    },
  },
  passes: {
    "all is On-Demand": (json) => {
      json.set(GROUP, "mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity", 100);
      json.unset(GROUP, PATH);
    },
  },
});
