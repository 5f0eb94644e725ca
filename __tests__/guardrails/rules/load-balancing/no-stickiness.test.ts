import { testRule } from "../../../support/rule-test";

const GROUP = "aws_lb_target_group.web";

testRule("load-balancing/no-stickiness", {
  fails: {
    "they stick": { at: GROUP, edit: (json) => json.set(GROUP, "stickiness.enabled", true) },
    "the block is there, and its default": { at: GROUP, edit: (json) => json.unset(GROUP, "stickiness.enabled") },
  },
});
