import { testRule } from "../../../support/rule-test";

testRule("load-balancing/web-application-firewall-blocks-common-attacks", {
  fails: {
    "the rule is gone": {
      at: "aws_wafv2_web_acl.firewall",
      edit: (json) => json.unset("aws_wafv2_web_acl.firewall", "rule.0"),
    },
    "it only counts": {
      at: "aws_wafv2_web_acl.firewall",
      edit: (json) => json.set("aws_wafv2_web_acl.firewall", "rule.0.override_action", { count: {} }),
    },
    "it is another set": {
      at: "aws_wafv2_web_acl.firewall",
      edit: (json) =>
        json.set(
          "aws_wafv2_web_acl.firewall",
          "rule.0.statement.managed_rule_group_statement.name",
          "AWSManagedRulesLinuxRuleSet",
        ),
    },
  },
  undecided: {
    "a variable names a set": {
      at: "aws_wafv2_web_acl.firewall",
      edit: (json) =>
        json.set("aws_wafv2_web_acl.firewall", "rule.0.statement.managed_rule_group_statement.name", "${var.set}"),
    },
  },
});
