import { containers } from "../../../plan/facts/containers";
import { type ServiceFact, services } from "../../../plan/facts/services";
import type { Plan, Resource } from "../../../plan/plan";
import { isRecord, listOf, Unknown } from "../../../plan/value";
import { computeGroups, groupsOfService, ingressOf } from "../../compute";
import { describePorts, includes, namesRanges, portsOf } from "../../group-rules";
import { judge } from "../../judge";
import type { Check, Judgement } from "../../rule";

/** The first host port that both Amazon Linux 2023 and Docker give out. */
const FIRST_DYNAMIC_PORT = 49153;

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
  const { service } = fact;
  const ports =
    service.blocks("network_configuration").length > 0
      ? service.blocks("load_balancer").map((block) => Number(block.get("container_port")))
      : fixedHostPorts(plan, fact);
  const rules = groupsOfService(plan, fact)
    .flatMap((group) => ingressOf(plan, group))
    .filter(({ sourceGroups }) => sourceGroups.some((source) => balancers.includes(source)));
  const missing = (ports.length > 0 ? ports : [FIRST_DYNAMIC_PORT]).filter(
    (port) => !rules.some((rule) => portsOf(rule) === undefined || includes(rule, port)),
  );
  const found = `none of its groups lets the load balancer's group in on ${missing.join(", ")}`;
  return judge(service.address, missing.length === 0, found);
}

/** Host ports that the service's containers ask for; none: they are given dynamic ones. */
function fixedHostPorts(plan: Plan, { taskDefinition }: ServiceFact): readonly number[] {
  return containers(plan)
    .filter((container) => container.taskDefinition === taskDefinition)
    .flatMap(({ definition }) => (definition instanceof Unknown ? [] : listOf(definition.portMappings)))
    .flatMap((mapping) => (isRecord(mapping) ? Number(mapping.hostPort ?? 0) : []))
    .filter((port) => port > 0);
}
