import type { SubnetFact } from "../../../plan/facts/network";
import type { Plan } from "../../../plan/plan";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { publicLoadBalancers } from "../../vocabulary/load-balancers";
import { leadsNowhere, mayLeadOut } from "../../vocabulary/routes";
import { subnetsOf } from "../../vocabulary/zones";

const leadsNotOut = (plan: Plan, fact: SubnetFact) => !mayLeadOut(plan, fact);

/** About subnets whose routes the plan holds. */
export const publicSubnets: Check = (plan) =>
  publicLoadBalancers(plan).flatMap((balancer) => {
    const subnets = subnetsOf(plan, balancer.get("subnets")).filter(({ routeTable }) => routeTable !== undefined);
    if (subnets.length === 0) return [];
    const closed = subnets.filter(
      (fact) => !fact.isPublic && (fact.defaultRoute.kind === "other" ? leadsNowhere : leadsNotOut)(plan, fact),
    );
    const found = `no route leads from ${closed.map(({ subnet }) => subnet.address).join(", ")} to an internet gateway`;
    return judge(balancer.address, closed.length === 0, found);
  });
