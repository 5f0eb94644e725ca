import type { Plan, Resource } from "../../../plan/plan";
import { type MaybeValue, Unknown, type Value } from "../../../plan/value";
import { failed, passed, undecided, unlessOpen } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { hostsOf } from "../../vocabulary/load-balancers";

/** Where the plan keeps DNS in Route 53 at all. */
export const aliasRecordsLeadToLoadBalancer: Check = (plan) => {
  if (plan.resources("aws_route53_record", "aws_route53_zone").length === 0) return [];
  const names = namesByBalancer(plan);
  // Records without an alias are for the validation of certificates, and lead to no load balancer.
  const targets = plan.resources("aws_route53_record").map((record) => record.get("alias.name"));
  return plan.resources("aws_lb_listener_rule").flatMap((rule) =>
    plan
      .referenced(rule.get("listener_arn"), "aws_lb_listener")
      .flatMap((listener) => plan.referenced(listener.get("load_balancer_arn"), "aws_lb"))
      .map((balancer) => unlessOpen(plan, judgeHosts(rule, balancer, names.get(balancer) ?? []), ...targets)),
  );
};

/** Names of the records that lead to each load balancer. */
function namesByBalancer(plan: Plan): ReadonlyMap<Resource, readonly MaybeValue[]> {
  const names = new Map<Resource, MaybeValue[]>();
  for (const record of plan.resources("aws_route53_record")) {
    const targets = [record.get("alias.name"), record.get("records")];
    for (const balancer of new Set(targets.flatMap((target) => plan.referenced(target, "aws_lb")))) {
      const siblings = names.get(balancer);
      if (siblings === undefined) names.set(balancer, [record.get("name")]);
      else siblings.push(record.get("name"));
    }
  }
  return names;
}

function judgeHosts(rule: Resource, balancer: Resource, names: readonly MaybeValue[]): Judgement {
  const missing = hostsOf(rule).filter(
    (host) => !(host instanceof Unknown) && !names.some((name) => isName(name, host)),
  );
  if (missing.length === 0) return passed(rule.address);
  const found = `no aws_route53_record for ${missing.join(", ")} leads to ${balancer.address}`;
  return names.some((name) => name instanceof Unknown) ? undecided(rule.address, found) : failed(rule.address, found);
}

/** A record's name may leave the zone's out. */
function isName(name: MaybeValue, host: Value): boolean {
  const [record, wanted] = [name, host].map((text) => String(text).replace(/\.$/, "").toLowerCase());
  return wanted === record || wanted?.startsWith(`${record}.`) === true;
}
