import { endpoints } from "../../../plan/facts/network";
import { Unknown } from "../../../plan/value";
import { computeNetworks } from "../../compute";
import { companions, failed, passed, undecided } from "../../judge";
import type { Check } from "../../rule";

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
    if (own.some(({ service }) => service instanceof Unknown)) {
      return undecided(vpc.address, "the service of an endpoint is known only at apply");
    }
    const tables = [...new Set(missing.map(({ address }) => address))].join(", ");
    return failed(
      vpc.address,
      gateways.length === 0 ? "it has no gateway endpoint for S3" : `${tables} doesn't lead to it`,
    );
  });
