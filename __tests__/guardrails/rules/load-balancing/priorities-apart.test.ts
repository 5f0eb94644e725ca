import { testRule } from "../../../support/rule-test";

testRule("load-balancing/priorities-apart", {
  fails: {
    "two listener rules have the same": {
      at: "aws_lb_listener.ingress_https",
      edit: (json) =>
        json.set("aws_lb_listener_rule.web", "priority", json.get("aws_lb_listener_rule.api", "priority") ?? null),
    },
    "two rules of the firewall have": {
      at: "aws_wafv2_web_acl.firewall",
      edit: (json) => json.set("aws_wafv2_web_acl.firewall", "rule.1.priority", 0),
    },
  },
});
