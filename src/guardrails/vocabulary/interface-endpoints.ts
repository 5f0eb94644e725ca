import { type EndpointFact, endpoints } from "../../plan/facts/network";
import type { Plan } from "../../plan/plan";
import type { MaybeValue } from "../../plan/value";

/** The endpoints that are network interfaces in subnets, rather than routes. */
export function interfaceEndpoints(plan: Plan): readonly EndpointFact[] {
  return endpoints(plan).filter(({ type }) => type === "Interface");
}

/** What says which endpoint is which: where, of what service and kind, and whose routes lead to it. */
export function whichEndpoints(plan: Plan): readonly MaybeValue[] {
  return endpoints(plan).flatMap(({ endpoint, service, type }) => [
    service,
    type,
    endpoint.get("vpc_id"),
    endpoint.get("route_table_ids"),
  ]);
}
