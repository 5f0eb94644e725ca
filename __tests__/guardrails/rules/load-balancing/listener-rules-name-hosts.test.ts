import { testRule } from "../../../support/rule-test";

testRule("load-balancing/listener-rules-name-hosts", {
  fails: {
    "the condition is gone": {
      at: "aws_lb_listener_rule.web",
      edit: (json) => json.unset("aws_lb_listener_rule.web", "condition.0"),
    },
    "it takes any host": {
      at: "aws_lb_listener_rule.web",
      edit: (json) => json.set("aws_lb_listener_rule.web", "condition.0.host_header.values", ["*"]),
    },
    "it takes any host too": {
      at: "aws_lb_listener_rule.web",
      edit: (json) =>
        json.set("aws_lb_listener_rule.web", "condition.0.host_header.values", ["www.example.com", "*.*"]),
    },
  },
  undecided: {
    "a variable says it": {
      at: "aws_lb_listener_rule.web",
      edit: (json) => json.set("aws_lb_listener_rule.web", "condition.0.host_header.values", ["${var.host}"]),
    },
  },
});
