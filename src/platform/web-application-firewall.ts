import type { Lb } from "@cdktf/provider-aws/lib/lb";
import { Wafv2WebAcl, type Wafv2WebAclRule } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";

export interface WebApplicationFirewallProps {
  readonly environment: Environment;
  readonly loadBalancer: Lb;
}

/** AWS's managed rule sets: common attacks, and inputs known to be bad (Log4j among them). In order of evaluation. */
const RULE_SETS = ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"];

/** AWS WAF in front of the load balancer: what a rule set would block is blocked, the rest passes. */
export class WebApplicationFirewall extends Construct {
  constructor(scope: Construct, id: string, { environment, loadBalancer }: WebApplicationFirewallProps) {
    super(scope, id);
    const acl = new Wafv2WebAcl(this, "Resource", {
      name: environment.name,
      description: `In front of the load balancer of ${environment.name}`,
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      rule: RULE_SETS.map(managedRule),
      visibilityConfig: visibility(environment.name),
    });
    new Wafv2WebAclAssociation(this, "Association", { resourceArn: loadBalancer.arn, webAclArn: acl.arn });
  }
}

function managedRule(name: string, priority: number): Wafv2WebAclRule {
  return {
    name,
    priority,
    // As the rule set itself decides.
    overrideAction: { none: {} },
    // The provider's types leave a statement open, so it is written in Terraform's own names.
    statement: { managed_rule_group_statement: { name, vendor_name: "AWS" } },
    visibilityConfig: visibility(name),
  };
}

function visibility(metricName: string) {
  return { cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName };
}
