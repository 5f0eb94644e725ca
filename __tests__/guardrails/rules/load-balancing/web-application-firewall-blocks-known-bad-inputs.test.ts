import { testRule } from "../../../support/rule-test";

testRule("load-balancing/web-application-firewall-blocks-known-bad-inputs", {
  fails: {
    "the rule is gone": {
      at: "aws_wafv2_web_acl.firewall",
      edit: (json) => json.unset("aws_wafv2_web_acl.firewall", "rule.1"),
    },
    "it only counts": {
      at: "aws_wafv2_web_acl.firewall",
      edit: (json) => json.set("aws_wafv2_web_acl.firewall", "rule.1.override_action", { count: {} }),
    },
    "it is another set": {
      at: "aws_wafv2_web_acl.firewall",
      edit: (json) =>
        json.set(
          "aws_wafv2_web_acl.firewall",
          "rule.1.statement.managed_rule_group_statement.name",
          "AWSManagedRulesLinuxRuleSet",
        ),
    },
  },
});
