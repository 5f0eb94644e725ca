import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";
const PATH = "mixed_instances_policy.instances_distribution.spot_allocation_strategy";

testRule("spot/allocation-strategy", {
  fails: {
    "it is lowest-price": { at: GROUP, edit: (json) => json.set(GROUP, PATH, "lowest-price") },
    "it isn't set": { at: GROUP, edit: (json) => json.unset(GROUP, PATH) },
  },
  passes: {
    "it is capacity-optimized": (json) => json.set(GROUP, PATH, "capacity-optimized"),
  },
});
