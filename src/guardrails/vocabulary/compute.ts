import { capacityGroups } from "../../plan/facts/capacity";
import { type SubnetFact, subnets } from "../../plan/facts/network";
import { type SecurityGroupRule, securityGroupRules } from "../../plan/facts/security-groups";
import { services } from "../../plan/facts/services";
import { indexBy } from "../../plan/index-by";
import type { Plan, Resource } from "../../plan/plan";
import { listOf, type MaybeValue } from "../../plan/value";
import { subnetsOf } from "./zones";

/** What runs containers, or has a network interface of its own, and the subnets that it is in. */
export interface Place {
  /** Auto Scaling group, or service in awsvpc mode. */
  readonly address: string;
  /** As given. */
  readonly ids: readonly MaybeValue[];
  /** Those of the plan. */
  readonly subnets: readonly SubnetFact[];
}

/** Every Auto Scaling group of the plan, and every service in awsvpc mode. */
export function computePlaces(plan: Plan): readonly Place[] {
  const facts = subnets(plan);
  return [
    ...capacityGroups(plan).map(({ group }) => ({ address: group.address, ids: group.get("vpc_zone_identifier") })),
    ...services(plan).map(({ service }) => ({
      address: service.address,
      ids: service.get("network_configuration.subnets"),
    })),
  ]
    .filter(({ ids }) => ids !== undefined)
    .map(({ address, ids }) => ({ address, ids: listOf(ids), subnets: subnetsOf(plan, ids, facts) }));
}

/** A VPC that compute is in, and the subnets where. */
export interface ComputeNetwork {
  readonly vpc: Resource;
  readonly subnets: readonly SubnetFact[];
}

/** The VPCs of the plan that compute is in; the default one, which AWS made, apart. */
export function computeNetworks(plan: Plan): readonly ComputeNetwork[] {
  const facts = new Set(computePlaces(plan).flatMap(({ subnets }) => subnets));
  const byVpc = indexBy([...facts], ({ vpc }) => (vpc?.type === "aws_vpc" ? [vpc] : []));
  return [...byVpc].map(([vpc, subnets]) => ({ vpc, subnets }));
}

/** Groups of the plan that instances, and tasks in awsvpc mode, are in. */
export function computeGroups(plan: Plan): readonly Resource[] {
  const instances = plan.resources("aws_launch_template", "aws_launch_configuration", "aws_instance");
  return [
    ...new Set([
      ...instances.flatMap((resource) => instanceGroups(plan, resource)),
      ...services(plan).flatMap(({ securityGroups }) => securityGroups),
    ]),
  ];
}

/** Groups that what is launched is in, as given; `undefined`: none is. */
export function groupIdsOf(resource: Resource): MaybeValue {
  return (
    resource.get("vpc_security_group_ids") ??
    resource.get("network_interfaces.security_groups") ??
    resource.get("security_groups")
  );
}

/** Groups that each service's tasks are reached by: their own, or those of the instances that they are on. */
export function groupsOfServices(plan: Plan): ReadonlyMap<Resource, readonly Resource[]> {
  const capacity = capacityGroups(plan);
  const groups = new Map(
    capacity.map(({ launchTemplate }) => [launchTemplate, launchTemplate ? instanceGroups(plan, launchTemplate) : []]),
  );
  return new Map(
    services(plan).map(({ service, securityGroups, capacityProviders }) => {
      if (service.blocks("network_configuration").length > 0) return [service, securityGroups];
      const own = capacity.filter((group) => group.capacityProviders.some((one) => capacityProviders.includes(one)));
      const instances = own.length > 0 ? own : capacity;
      return [service, [...new Set(instances.flatMap(({ launchTemplate }) => groups.get(launchTemplate) ?? []))]];
    }),
  );
}

/** What each group lets in. */
export function ingressByGroup(plan: Plan): (group: Resource) => readonly SecurityGroupRule[] {
  return rulesByGroup(plan, "ingress");
}

/** What each group lets out. */
export function egressByGroup(plan: Plan): (group: Resource) => readonly SecurityGroupRule[] {
  return rulesByGroup(plan, "egress");
}

function rulesByGroup(plan: Plan, wanted: SecurityGroupRule["direction"]) {
  const rules = indexBy(securityGroupRules(plan), ({ direction, group }) =>
    direction === wanted && group !== undefined ? [group] : [],
  );
  return (group: Resource): readonly SecurityGroupRule[] => rules.get(group) ?? [];
}

function instanceGroups(plan: Plan, resource: Resource): readonly Resource[] {
  return plan.referenced(groupIdsOf(resource), "aws_security_group");
}
