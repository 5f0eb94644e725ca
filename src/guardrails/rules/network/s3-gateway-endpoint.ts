import { companions } from "../../../plan/facts/belonging";
import { endpoints } from "../../../plan/facts/network";
import { failed, passed, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { computeNetworks } from "../../vocabulary/compute";
import { whichEndpoints } from "../../vocabulary/interface-endpoints";

export const s3GatewayEndpoint: Check = (plan) =>
  computeNetworks(plan).map(({ vpc, subnets }) => {
    const own = endpoints(plan).filter((endpoint) => endpoint.vpc === vpc);
    const gateways = own.filter(({ service, type }) => service === "s3" && type === "Gateway");
    const associated = gateways.flatMap(({ endpoint, routeTables }) => [
      ...routeTables,
      ...companions(plan, endpoint, "aws_vpc_endpoint_route_table_association", "vpc_endpoint_id").flatMap((one) =>
        plan.referenced(one.get("route_table_id")),
      ),
    ]);
    const missing = subnets
      .flatMap(({ routeTable }) => routeTable ?? [])
      .filter((table) => !associated.includes(table));
    if (gateways.length > 0 && missing.length === 0) return passed(vpc.address);
    const tables = [...new Set(missing.map(({ address }) => address))].join(", ");
    const found = gateways.length === 0 ? "it has no gateway endpoint for S3" : `${tables} doesn't lead to it`;
    return unlessOpen(plan, failed(vpc.address, found), ...whichEndpoints(plan));
  });
