import { failed, passed, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { isInternet } from "../../vocabulary/addresses";
import { ingressByGroup } from "../../vocabulary/compute";
import { rangesOf } from "../../vocabulary/group-rules";
import { groupUsers } from "../../vocabulary/group-users";

const LOAD_BALANCERS = ["aws_lb", "aws_alb", "aws_elb"];

export const internetReachesLoadBalancersOnly: Check = (plan) => {
  const ingress = ingressByGroup(plan);
  const users = groupUsers(plan);
  const named = plan.resources(...LOAD_BALANCERS).map((balancer) => balancer.get("security_groups"));
  return plan.resources("aws_security_group").map((group) => {
    if (!ingress(group).flatMap(rangesOf).some(isInternet)) return passed(group.address);
    const own = users.get(group) ?? [];
    const others = own.filter(({ type }) => !LOAD_BALANCERS.includes(type));
    if (own.length > 0 && others.length === 0) return passed(group.address);
    const found =
      own.length === 0 ? "no load balancer is in it" : `${others.map(({ address }) => address).join(", ")} is in it`;
    return unlessOpen(plan, failed(group.address, `it lets the internet in, and ${found}`), ...named);
  });
};
