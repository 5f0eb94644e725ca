import { type NatGatewayFact, natGateways, type SubnetFact, subnets } from "../../../plan/facts/network";
import type { Plan, Resource } from "../../../plan/plan";
import { computePlaces } from "../../compute";
import { comesFromOutside } from "../../expectation";
import { failed, passed, undecided, waived } from "../../judge";
import type { Check, Judgement } from "../../rule";

/** Tag of the one gateway of a VPC that has no more, on purpose (`"single"`). */
const TAG = "tags.NatGateways";

/** About subnets that leave by NAT, and about compute's where others of its VPC do. */
export const natGatewayPerZone: Check = (plan) => {
  const compute = new Set(computePlaces(plan).flatMap((place) => place.subnets.map(({ subnet }) => subnet)));
  return subnets(plan).flatMap((fact) => {
    const gateways = natGateways(plan).filter(
      ({ subnet }) => subnet && vpcOf(plan, subnet) === vpcOf(plan, fact.subnet),
    );
    if (fact.defaultRoute.kind === "nat-gateway") return judgeRoute(plan, fact, gateways);
    return fact.defaultRoute.kind === "none" && compute.has(fact.subnet) && gateways.length > 0
      ? failed(fact.subnet.address, "no default route leads out of it; its VPC has NAT gateways")
      : [];
  });
};

function judgeRoute(plan: Plan, fact: SubnetFact, gateways: readonly NatGatewayFact[]): Judgement {
  const { address } = fact.subnet;
  const { target } = fact.defaultRoute;
  if (target === undefined) {
    const id = fact.routeTable?.get("route.nat_gateway_id");
    return id === undefined || typeof id === "string" || comesFromOutside(plan, id)
      ? undecided(address, "its NAT gateway isn't in the plan")
      : failed(address, "its default route names a NAT gateway that isn't there");
  }
  const zone = gateways.find(({ gateway }) => gateway === target)?.availabilityZone;
  const own = fact.availabilityZone;
  if (typeof zone !== "string" || typeof own !== "string") return undecided(address, "a zone is known only at apply");
  if (zone === own) return passed(address);
  if (gateways.length === 1 && target.get(TAG) === "single") {
    return waived(address, `a single NAT gateway is a choice: an outage of ${zone} cuts ${own} off too`);
  }
  return failed(address, `it is in ${own} and leaves by ${target.address} in ${zone}: an outage there cuts it off`);
}

function vpcOf(plan: Plan, subnet: Resource): Resource | undefined {
  return plan.referenced(subnet.get("vpc_id"), "aws_vpc")[0];
}
