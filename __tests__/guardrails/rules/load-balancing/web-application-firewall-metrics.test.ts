import { testRule } from "../../../support/rule-test";

testRule("load-balancing/web-application-firewall-metrics", {
  fails: {
    "the web ACL counts nothing": {
      at: "aws_wafv2_web_acl.firewall",
      edit: (json) => json.set("aws_wafv2_web_acl.firewall", "visibility_config.cloudwatch_metrics_enabled", false),
    },
    "a rule counts nothing": {
      at: "aws_wafv2_web_acl.firewall",
      edit: (json) =>
        json.set("aws_wafv2_web_acl.firewall", "rule.0.visibility_config.cloudwatch_metrics_enabled", false),
    },
  },
});
