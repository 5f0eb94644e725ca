import type { Rule } from "../../rule";
import { webApplicationFirewall } from "../../rules/load-balancing/web-application-firewall";
import { webApplicationFirewallBlocksCommonAttacks } from "../../rules/load-balancing/web-application-firewall-blocks-common-attacks";
import { webApplicationFirewallBlocksKnownBadInputs } from "../../rules/load-balancing/web-application-firewall-blocks-known-bad-inputs";
import { webApplicationFirewallMetrics } from "../../rules/load-balancing/web-application-firewall-metrics";

/** Web application firewalls. */
export const firewall: readonly Rule[] = [
  {
    id: "load-balancing/web-application-firewall",
    severity: "medium",
    title: "Public load balancers are behind AWS WAF",
    why: "Known attacks, Log4j among them, reach the services as they come.",
    fix: 'Add an aws_wafv2_web_acl_association of the load balancer; to do without on purpose, tag it WebApplicationFirewall = "none".',
    references: ["CKV2_AWS_28", "Security Hub ELB.16"],
    check: webApplicationFirewall,
  },
  {
    id: "load-balancing/web-application-firewall-blocks-common-attacks",
    severity: "medium",
    title: "The web ACL of a public load balancer blocks common attacks",
    why: "A web ACL without rules, or one that only counts, lets injections and traversals of directories pass.",
    fix: "Add a rule with the managed rule group AWSManagedRulesCommonRuleSet and override_action none.",
    references: ["https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html"],
    check: webApplicationFirewallBlocksCommonAttacks,
  },
  {
    id: "load-balancing/web-application-firewall-blocks-known-bad-inputs",
    severity: "medium",
    title: "The web ACL of a public load balancer blocks inputs that are known to be bad",
    why: "A new hole in a common library, as Log4j's, is tried everywhere within hours: before the patch, this is what stands in between.",
    fix: "Add a rule with the managed rule group AWSManagedRulesKnownBadInputsRuleSet and override_action none.",
    references: ["CKV2_AWS_76"],
    check: webApplicationFirewallBlocksKnownBadInputs,
  },
  {
    id: "load-balancing/web-application-firewall-metrics",
    severity: "low",
    title: "Web ACLs count what they block",
    why: "Nobody sees an attack, nor that a rule blocks one's own users since yesterday.",
    fix: "Set cloudwatch_metrics_enabled = true in each visibility_config of the aws_wafv2_web_acl.",
    references: ["https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html"],
    check: webApplicationFirewallMetrics,
  },
];
