import type { Block, Plan } from "../../plan/plan";
import { failed, judge, unlessOpen } from "../judge";
import type { Check, Judgement } from "../rule";
import { publicLoadBalancers } from "./load-balancers";

/** A rule that asks for a managed rule set in the web ACLs of public load balancers, if the plan holds these. */
export const managedRuleSet =
  (name: string): Check =>
  (plan) =>
    webAclsOf(plan).map((acl) =>
      unlessOpen(
        plan,
        judgeRuleSet(acl.address, acl.blocks("rule"), name),
        acl.get("rule.statement.managed_rule_group_statement.name"),
      ),
    );

function webAclsOf(plan: Plan) {
  const balancers = publicLoadBalancers(plan);
  return plan
    .resources("aws_wafv2_web_acl_association")
    .filter((association) =>
      plan.referenced(association.get("resource_arn"), "aws_lb").some((lb) => balancers.includes(lb)),
    )
    .flatMap((association) => plan.referenced(association.get("web_acl_arn"), "aws_wafv2_web_acl"));
}

function judgeRuleSet(address: string, rules: readonly Block[], name: string): Judgement {
  const rule = rules.find((block) => block.get("statement.managed_rule_group_statement.name") === name);
  if (rule === undefined) return failed(address, `none of its rules is ${name}`);
  const isInForce = rule.blocks("override_action.none").length > 0 && rule.blocks("override_action.count").length === 0;
  return judge(address, isInForce, `${name} isn't in force: override_action isn't none`);
}
