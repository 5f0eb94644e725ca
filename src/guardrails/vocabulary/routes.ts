import type { SubnetFact } from "../../plan/facts/network";
import { comesFromOutside } from "../../plan/outside";
import type { Block, Plan } from "../../plan/plan";
import { listOf, type MaybeValue, Unknown, type Value } from "../../plan/value";
import { isInternet } from "./addresses";

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
    .some((route) => TARGETS.every((attribute) => dangles(plan, route.get(attribute))));
}

/** Whether a default route may be there that isn't known before apply, or isn't in the plan. */
export function mayLeadOut(plan: Plan, { subnet, routeTable }: SubnetFact): boolean {
  const outside = (value: MaybeValue) => listOf(value).some((one) => comesFromOutside(plan, one));
  if (routeTable === undefined) {
    return plan.resources("aws_route_table_association").some((association) => {
      const subnets = association.get("subnet_id");
      const isOwn = plan.referenced(subnets, subnet.type).includes(subnet);
      // A table of another stack, or of nobody knows where.
      return outside(subnets) || (isOwn && !dangles(plan, association.get("route_table_id")));
    });
  }
  return (
    outside(routeTable.get("route")) ||
    outside(routeTable.get("route.cidr_block")) ||
    plan
      .resources("aws_route")
      .some((route) => outside(route.get("route_table_id")) || outside(route.get("destination_cidr_block")))
  );
}

/** Whether a value names nothing, or a resource that isn't there. A plan writes what isn't set as an empty text. */
function dangles(plan: Plan, value: MaybeValue): boolean {
  if (!(value instanceof Unknown)) return value === undefined || value === "";
  return plan.referenced(value).length === 0 && !comesFromOutside(plan, value);
}

/** Every route of the plan, inline or a resource of its own, with the address of what it is written in. */
export function allRoutes(plan: Plan): readonly { readonly address: string; readonly route: Block }[] {
  const inline = plan
    .resources("aws_route_table", "aws_default_route_table")
    .flatMap((table) => table.blocks("route").map((route) => ({ address: table.address, route })));
  return [...inline, ...plan.resources("aws_route").map((route) => ({ address: route.address, route }))];
}

/** The ranges that a route is for, IPv4 and IPv6. */
export function rangesOfRoute(route: Block): readonly Value[] {
  return RANGES.flatMap((path) => listOf(route.get(path))).filter((range) => range !== "");
}

/** Whether it is for the whole internet. */
export function isDefaultRoute(route: Block): boolean {
  return rangesOfRoute(route).some((range) => typeof range === "string" && isInternet(range));
}

/** Whether a route leads to something of that attribute. A plan has what isn't set as an empty text, or as nobody's unknown. */
export function leadsTo(route: Block, attribute: string): boolean {
  const target = route.get(attribute);
  return target instanceof Unknown ? target.references.length > 0 : listOf(target).some((id) => id !== "");
}

const RANGES = ["cidr_block", "ipv6_cidr_block", "destination_cidr_block", "destination_ipv6_cidr_block"];
