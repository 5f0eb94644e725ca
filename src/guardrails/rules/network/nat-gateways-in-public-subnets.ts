import { natGateways, subnets } from "../../../plan/facts/network";
import { judge } from "../../judge";
import type { Check } from "../../rule";

export const natGatewaysInPublicSubnets: Check = (plan) =>
  natGateways(plan)
    .filter(({ gateway }) => gateway.get("connectivity_type") !== "private")
    .flatMap(({ gateway, subnet }) => {
      const fact = subnets(plan).find((one) => one.subnet === subnet);
      // Whose routes aren't in the plan isn't judged.
      if (fact === undefined || fact.defaultRoute.kind === "other") return [];
      return judge(gateway.address, fact.isPublic, `no route leads from ${fact.subnet.address} to an internet gateway`);
    });
