import { capacityGroups } from "../../../plan/facts/capacity";
import { containers } from "../../../plan/facts/containers";
import type { SecurityGroupRule } from "../../../plan/facts/security-groups";
import { type ServiceFact, services } from "../../../plan/facts/services";
import type { Plan, Resource } from "../../../plan/plan";
import { isRecord, listOf, Unknown } from "../../../plan/value";
import { computeGroups, groupIdsOf, groupsOfServices, ingressByGroup } from "../../compute";
import { includes, judgeNoRanges, portsOf, sourcesOf } from "../../group-rules";
import { judge, unlessOpen } from "../../judge";
import type { Check, Judgement } from "../../rule";

/** The first host port that both Amazon Linux 2023 and Docker give out. */
const FIRST_DYNAMIC_PORT = 49153;

/** Where an Auto Scaling group names its launch template. */
const SPECIFICATION = "mixed_instances_policy.launch_template.launch_template_specification";
const TEMPLATES = [
  `${SPECIFICATION}.launch_template_id`,
  `${SPECIFICATION}.launch_template_name`,
  "launch_template.id",
  "launch_template.name",
] as const;

export const computeAdmitsLoadBalancerByGroup: Check = (plan) => {
  const ingress = ingressByGroup(plan);
  const groups = computeGroups(plan).map((group) => judgeNoRanges(group.address, ingress(group)));
  const balancers = new Set(
    plan
      .resources("aws_lb")
      .flatMap((balancer) => plan.referenced(balancer.get("security_groups"), "aws_security_group")),
  );
  if (balancers.size === 0) return groups;
  const own = groupsOfServices(plan);
  const whatIsLaunched = [
    ...capacityGroups(plan).flatMap(({ group }) => TEMPLATES.map((path) => group.get(path))),
    ...plan.resources("aws_launch_template").map(groupIdsOf),
  ];
  const fixed = fixedHostPorts(plan);
  const behind = services(plan)
    .filter(({ targetGroups }) => targetGroups.length > 0)
    .map((fact) => {
      const rules = (own.get(fact.service) ?? []).flatMap(ingress);
      const admitting = rules.filter(({ sourceGroups }) => sourceGroups.some((source) => balancers.has(source)));
      return unlessOpen(
        plan,
        judgeService(fact.service.address, portsOfService(fact, fixed), admitting),
        fact.service.get("network_configuration"),
        fact.service.get("load_balancer"),
        ...sourcesOf(rules),
        ...whatIsLaunched,
      );
    });
  return [...groups, ...behind];
};

function judgeService(address: string, ports: readonly number[], admitting: readonly SecurityGroupRule[]): Judgement {
  const missing = ports.filter(
    (port) => !admitting.some((rule) => portsOf(rule) === undefined || includes(rule, port)),
  );
  const found = `none of its groups lets the load balancer's group in on ${missing.join(", ")}`;
  return judge(address, missing.length === 0, found);
}

/** What the load balancer must reach: the containers' own ports, or those of the instance. */
function portsOfService(
  { service, taskDefinition }: ServiceFact,
  fixed: ReadonlyMap<Resource, readonly number[]>,
): readonly number[] {
  if (service.blocks("network_configuration").length > 0) {
    return service.blocks("load_balancer").map((block) => Number(block.get("container_port")));
  }
  return (taskDefinition && fixed.get(taskDefinition)) ?? [FIRST_DYNAMIC_PORT];
}

/** Host ports that containers ask for, by task definition; the others are given dynamic ones. */
function fixedHostPorts(plan: Plan): ReadonlyMap<Resource, readonly number[]> {
  const found = new Map<Resource, readonly number[]>();
  for (const { taskDefinition, definition } of containers(plan)) {
    if (definition instanceof Unknown) continue;
    const ports = listOf(definition.portMappings)
      .flatMap((mapping) => (isRecord(mapping) ? Number(mapping.hostPort ?? 0) : []))
      .filter((port) => port > 0);
    if (ports.length > 0) found.set(taskDefinition, [...(found.get(taskDefinition) ?? []), ...ports]);
  }
  return found;
}
