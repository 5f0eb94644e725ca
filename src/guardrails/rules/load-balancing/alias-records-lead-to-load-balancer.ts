import type { Plan, Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { failed, passed, undecided } from "../../judge";
import { hostsOf } from "../../load-balancers";
import type { Check, Judgement } from "../../rule";

/** Where the plan keeps DNS in Route 53 at all. */
export const aliasRecordsLeadToLoadBalancer: Check = (plan) => {
  if (plan.resources("aws_route53_record", "aws_route53_zone").length === 0) return [];
  return plan.resources("aws_lb_listener_rule").flatMap((rule) => {
    const balancers = plan
      .referenced(rule.get("listener_arn"), "aws_lb_listener")
      .flatMap((listener) => plan.referenced(listener.get("load_balancer_arn"), "aws_lb"));
    return balancers.map((balancer) => judgeHosts(plan, rule, balancer));
  });
};

function judgeHosts(plan: Plan, rule: Resource, balancer: Resource): Judgement {
  const records = plan
    .resources("aws_route53_record")
    .filter((record) => leadsTo(plan, record, balancer))
    .map((record) => record.get("name"));
  const missing = hostsOf(rule).filter(
    (host) => !(host instanceof Unknown) && !records.some((name) => isName(name, host)),
  );
  if (missing.length === 0) return passed(rule.address);
  const found = `no aws_route53_record for ${missing.join(", ")} leads to ${balancer.address}`;
  return records.some((name) => name instanceof Unknown) ? undecided(rule.address, found) : failed(rule.address, found);
}

function leadsTo(plan: Plan, record: Resource, balancer: Resource): boolean {
  const targets = [record.get("alias.name"), record.get("records")];
  return targets.some((target) => plan.referenced(target, "aws_lb").includes(balancer));
}

/** A record's name may leave the zone's out. */
function isName(name: unknown, host: unknown): boolean {
  const [record, wanted] = [name, host].map((text) => String(text).replace(/\.$/, "").toLowerCase());
  return wanted === record || wanted?.startsWith(`${record}.`) === true;
}
