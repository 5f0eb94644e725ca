import { type NatGatewayFact, natGateways, type SubnetFact, subnets } from "../../../plan/facts/network";
import { failed, passed, undecided, waived } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { computePlaces } from "../../vocabulary/compute";
import { leadsNowhere, mayLeadOut } from "../../vocabulary/routes";

/** Tag of the one gateway of a VPC that has no more, on purpose (`"single"`). */
const TAG = "tags.NatGateways";

/** About subnets that leave by NAT, and about compute's where its VPC has NAT gateways. */
export const natGatewayPerZone: Check = (plan) => {
  const compute = new Set(computePlaces(plan).flatMap((place) => place.subnets.map(({ subnet }) => subnet)));
  return subnets(plan).flatMap((fact) => {
    const { address } = fact.subnet;
    const own = natGateways(plan).filter(({ subnet, vpc }) => subnet !== undefined && vpc === fact.vpc);
    const { kind } = fact.defaultRoute;
    if (kind !== "nat-gateway" && !(compute.has(fact.subnet) && own.length > 0)) return [];
    if (kind === "none" && mayLeadOut(plan, fact)) return undecided(address, "its routes aren't all in the plan");
    if (kind === "none" || leadsNowhere(plan, fact)) return failed(address, "no default route leads out of it");
    return kind === "nat-gateway" ? judgeRoute(fact, own) : [];
  });
};

function judgeRoute(fact: SubnetFact, gateways: readonly NatGatewayFact[]): Judgement {
  const { address } = fact.subnet;
  const { target } = fact.defaultRoute;
  if (target === undefined) return undecided(address, "its NAT gateway isn't in the plan");
  const zone = gateways.find(({ gateway }) => gateway === target)?.availabilityZone;
  const own = fact.availabilityZone;
  if (own === undefined) return failed(address, "it names no zone, so AWS chooses one");
  if (typeof zone !== "string" || typeof own !== "string") return undecided(address, "a zone is known only at apply");
  if (zone === own) return passed(address);
  if (gateways.length === 1 && target.get(TAG) === "single") {
    return waived(address, `a single NAT gateway is a choice: an outage of ${zone} cuts ${own} off too`);
  }
  return failed(address, `it is in ${own} and leaves by ${target.address} in ${zone}: an outage there cuts it off`);
}
