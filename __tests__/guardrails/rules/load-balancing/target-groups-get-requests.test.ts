import { testRule } from "../../../support/rule-test";

const GROUP = "aws_lb_target_group.web";
const RULE = "aws_lb_listener_rule.web";

testRule("load-balancing/target-groups-get-requests", {
  fails: {
    "the rule is gone": { at: GROUP, edit: (json) => json.remove(RULE) },
    "the rule sends them to another service": {
      at: GROUP,
      edit: (json) => json.set(RULE, "action.0.target_group_arn", "${aws_lb_target_group.api.arn}"),
    },
    "the rule sends them nowhere": { at: GROUP, edit: (json) => json.unset(RULE, "action.0.target_group_arn") },
  },
  undecided: {
    "a variable says where to": {
      at: GROUP,
      edit: (json) => json.set(RULE, "action.0.target_group_arn", "${var.group}"),
    },
  },
});
