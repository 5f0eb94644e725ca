import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { ingressByGroup } from "../../vocabulary/compute";
import { includes, isOpenRule, leadsSomewhere } from "../../vocabulary/group-rules";
import { applicationLoadBalancers, listenersOf } from "../../vocabulary/load-balancers";

export const loadBalancerAdmitsItsListeners: Check = (plan) => {
  const ingress = ingressByGroup(plan);
  return applicationLoadBalancers(plan).flatMap((balancer) => {
    const groups = plan.referenced(balancer.get("security_groups"), "aws_security_group");
    const ports = listenersOf(plan, balancer).map((listener) => Number(listener.get("port")));
    if (groups.length === 0 || ports.length === 0) return [];
    const rules = groups.flatMap(ingress);
    const closed = ports.filter(
      (port) => port > 0 && !rules.some((rule) => leadsSomewhere(rule) && includes(rule, port)),
    );
    const found = `it listens on ${closed.join(", ")}, which none of its groups lets in`;
    return openIf(rules.some(isOpenRule), judge(balancer.address, closed.length === 0, found));
  });
};
