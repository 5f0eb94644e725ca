import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("spot/capacity-rebalance", {
  fails: {
    "it is false": { at: GROUP, edit: (json) => json.set(GROUP, "capacity_rebalance", false) },
    "it isn't set": { at: GROUP, edit: (json) => json.unset(GROUP, "capacity_rebalance") },
  },
});
