import { judge } from "../../judge";
import type { Check } from "../../rule";
import { applicationLoadBalancers, publicLoadBalancers } from "../../vocabulary/load-balancers";
import { subnetsOf } from "../../vocabulary/zones";

export const schemeFitsSubnets: Check = (plan) => {
  const open = publicLoadBalancers(plan);
  return applicationLoadBalancers(plan).map((balancer) => {
    const outside = open.includes(balancer)
      ? []
      : subnetsOf(plan, balancer.get("subnets")).filter(({ isPublic }) => isPublic);
    const found = `it is internal, and in ${outside.map(({ subnet }) => subnet.address).join(", ")}, which are public`;
    return judge(balancer.address, outside.length === 0, found);
  });
};
