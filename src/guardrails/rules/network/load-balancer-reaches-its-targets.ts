import { services } from "../../../plan/facts/services";
import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { egressByGroup } from "../../vocabulary/compute";
import { includes, isOpenRule, leadsSomewhere } from "../../vocabulary/group-rules";
import { balancersOf } from "../../vocabulary/load-balancers";
import { portsOfServices } from "../../vocabulary/service-ports";

/** Whether the way is open on its other side is for `network/compute-admits-load-balancer-by-group` to say. */
export const loadBalancerReachesItsTargets: Check = (plan) => {
  const egress = egressByGroup(plan);
  const portsOf = portsOfServices(plan);
  return services(plan).flatMap((fact) =>
    [...new Set(fact.targetGroups.flatMap((group) => balancersOf(plan, group)))].flatMap((balancer) => {
      const groups = plan.referenced(balancer.get("security_groups"), "aws_security_group");
      if (groups.length === 0) return [];
      const rules = groups.flatMap(egress);
      const closed = portsOf(fact).filter(
        (port) => !rules.some((rule) => leadsSomewhere(rule) && includes(rule, port)),
      );
      const found = `none of its groups lets it out to ${fact.service.address} on ${closed.join(", ")}`;
      return openIf(rules.some(isOpenRule), judge(balancer.address, closed.length === 0, found));
    }),
  );
};
