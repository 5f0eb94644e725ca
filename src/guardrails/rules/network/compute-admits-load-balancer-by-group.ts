import { capacityGroups } from "../../../plan/facts/capacity";
import type { SecurityGroupRule } from "../../../plan/facts/security-groups";
import { services } from "../../../plan/facts/services";
import { judge, unlessOpen } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { isPrivate } from "../../vocabulary/addresses";
import { computeGroups, groupIdsOf, groupsOfServices, ingressByGroup } from "../../vocabulary/compute";
import { includes, judgeNoRanges, portsOf, rangesOf, sourcesOf } from "../../vocabulary/group-rules";
import { portsOfServices } from "../../vocabulary/service-ports";

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
  const groups = computeGroups(plan).map((group) => judgeNoRanges(group.address, ingress(group).filter(isNotPublic)));
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
  const ports = portsOfServices(plan);
  const behind = services(plan)
    .filter(({ targetGroups }) => targetGroups.length > 0)
    .map((fact) => {
      const rules = (own.get(fact.service) ?? []).flatMap(ingress);
      const admitting = rules.filter(({ sourceGroups }) => sourceGroups.some((source) => balancers.has(source)));
      return unlessOpen(
        plan,
        judgeService(fact.service.address, ports(fact), admitting),
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

/** What is open to the internet is another rule's finding, and a worse one. */
const isNotPublic = (rule: SecurityGroupRule) => rangesOf(rule).every(isPrivate);
