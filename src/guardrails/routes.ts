import type { SubnetFact } from "../plan/facts/network";
import type { Plan } from "../plan/plan";
import { Unknown } from "../plan/value";
import { comesFromOutside } from "./expectation";

/** What a route may lead to. */
const TARGETS = [
  "carrier_gateway_id",
  "core_network_arn",
  "egress_only_gateway_id",
  "gateway_id",
  "local_gateway_id",
  "nat_gateway_id",
  "network_interface_id",
  "transit_gateway_id",
  "vpc_endpoint_id",
  "vpc_peering_connection_id",
] as const;

/** Whether a subnet's default route names nothing that is there. */
export function leadsNowhere(plan: Plan, { routeTable, defaultRoute }: SubnetFact): boolean {
  if (defaultRoute.target !== undefined || routeTable === undefined) return false;
  return routeTable
    .blocks("route")
    .filter((route) => route.get("cidr_block") === "0.0.0.0/0")
    .some((route) =>
      TARGETS.map((attribute) => route.get(attribute)).every(
        (target) =>
          target === undefined ||
          target === "" ||
          (target instanceof Unknown && plan.referenced(target).length === 0 && !comesFromOutside(plan, target)),
      ),
    );
}
