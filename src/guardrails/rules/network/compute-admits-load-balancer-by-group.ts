import { type ServiceFact, services } from "../../../plan/facts/services";
import type { Plan, Resource } from "../../../plan/plan";
import { computeGroups, groupsOfService, ingressOf } from "../../compute";
import { describePorts, namesRanges } from "../../group-rules";
import { judge } from "../../judge";
import type { Check, Judgement } from "../../rule";

export const computeAdmitsLoadBalancerByGroup: Check = (plan) => {
  const balancers = plan
    .resources("aws_lb")
    .flatMap((balancer) => plan.referenced(balancer.get("security_groups"), "aws_security_group"));
  const behind = services(plan).filter(({ targetGroups }) => targetGroups.length > 0);
  return [
    ...computeGroups(plan).map((group) => {
      const ranges = ingressOf(plan, group).filter(namesRanges);
      return judge(group.address, ranges.length === 0, `it lets ranges in: ${ranges.map(describePorts).join(", ")}`);
    }),
    ...(balancers.length > 0 ? behind.map((fact) => judgeService(plan, fact, balancers)) : []),
  ];
};

function judgeService(plan: Plan, fact: ServiceFact, balancers: readonly Resource[]): Judgement {
  const admitted = groupsOfService(plan, fact)
    .flatMap((group) => ingressOf(plan, group))
    .some(({ sourceGroups }) => sourceGroups.some((source) => balancers.includes(source)));
  return judge(fact.service.address, admitted, "none of its groups lets the load balancer's group in");
}
