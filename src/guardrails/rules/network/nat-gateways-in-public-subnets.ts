import { natGateways, subnets } from "../../../plan/facts/network";
import { failed, passed, undecided } from "../../judge";
import type { Check } from "../../rule";
import { leadsNowhere, mayLeadOut } from "../../vocabulary/routes";

export const natGatewaysInPublicSubnets: Check = (plan) =>
  natGateways(plan).flatMap(({ gateway, subnet }) => {
    if (gateway.get("connectivity_type") === "private") {
      const users = subnets(plan).filter(({ defaultRoute }) => defaultRoute.target === gateway);
      const names = users.map((fact) => fact.subnet.address).join(", ");
      return users.length === 0 ? [] : failed(gateway.address, `it is private, and the way out of ${names}`);
    }
    const fact = subnets(plan).find((one) => one.subnet === subnet);
    if (fact === undefined) return undecided(gateway.address, "its subnet isn't in the plan");
    if (fact.isPublic) return passed(gateway.address);
    // By way of a firewall, perhaps.
    const perhaps = fact.defaultRoute.kind === "other" ? !leadsNowhere(plan, fact) : mayLeadOut(plan, fact);
    return perhaps
      ? undecided(gateway.address, `nothing says that ${fact.subnet.address} leads to the internet`)
      : failed(gateway.address, `no route leads from ${fact.subnet.address} to an internet gateway`);
  });
