import { natGateways, subnets } from "../../../plan/facts/network";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { dependenciesOf } from "../../vocabulary/dependencies";

/** Where the plan holds the internet gateway that the NAT gateway's own subnet is routed to. */
export const gatewaysInOrder: Check = (plan) => {
  const facts = new Map(subnets(plan).map((fact) => [fact.subnet, fact]));
  return natGateways(plan).flatMap(({ gateway, subnet }) => {
    const out = subnet && facts.get(subnet)?.defaultRoute.target;
    if (out?.type !== "aws_internet_gateway") return [];
    return [gateway, ...plan.referenced(gateway.get("allocation_id"), "aws_eip")].map((resource) =>
      judge(
        resource.address,
        resource.dependsOn.includes(out.address) || dependenciesOf(plan, resource).has(out.address),
        `it doesn't depend on ${out.address}`,
      ),
    );
  });
};
