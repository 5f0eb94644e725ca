import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("capacity/least-in-every-zone", {
  fails: {
    "there may be two in three zones": { at: GROUP, edit: (json) => json.set(GROUP, "min_size", 2) },
    "two of three are On-Demand": {
      at: GROUP,
      edit: (json) => json.set(GROUP, "mixed_instances_policy.instances_distribution.on_demand_base_capacity", 2),
    },
  },
});
