import { natGateways, type SubnetFact, subnets } from "../../plan/facts/network";
import type { Plan, Resource } from "../../plan/plan";

/**
 * By zone of a group's subnets, the zone of the NAT gateway that they leave by. A zone that leaves by another way, or by
 * one that isn't in the plan, isn't in it: nothing says what it depends on.
 */
export function egressZones(plan: Plan, group: Resource): { readonly [zone: string]: string } {
  const own = plan.referenced(group.get("vpc_zone_identifier"), "aws_subnet", "aws_default_subnet");
  const gateways = natGateways(plan);
  const zoneOfGateway = ({ defaultRoute }: SubnetFact) =>
    gateways.find(({ gateway }) => gateway === defaultRoute.target)?.availabilityZone;
  const entries = subnets(plan)
    .filter(({ subnet }) => own.includes(subnet))
    .map((fact) => [fact.availabilityZone, zoneOfGateway(fact)] as const)
    .filter((entry): entry is [string, string] => entry.every((zone) => typeof zone === "string"));
  return Object.fromEntries(entries);
}
