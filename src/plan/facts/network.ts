import { oncePerPlan } from "../once";
import type { Block, Plan, Resource } from "../plan";
import { Unknown } from "../value";
import { belonging } from "./belonging";
import { textOf } from "./texts";

export type DefaultRouteKind = "internet-gateway" | "nat-gateway" | "other" | "none";

/** Where a route table sends what is for the internet (0.0.0.0/0). */
export interface DefaultRoute {
  /** `"none"`: no such route is in the plan; `"other"`: a transit gateway, an interface, or known only at apply. */
  readonly kind: DefaultRouteKind;
  /** The gateway, where the plan holds it. */
  readonly target: Resource | undefined;
}

export interface SubnetFact {
  readonly subnet: Resource;
  readonly vpc: Resource | undefined;
  /** Name of its zone, or its id (`use1-az1`). */
  readonly availabilityZone: string | Unknown | undefined;
  /** Associated with it, else its VPC's main one where the plan holds it. */
  readonly routeTable: Resource | undefined;
  readonly defaultRoute: DefaultRoute;
  /** Whether its default route is an internet gateway. */
  readonly isPublic: boolean;
}

export interface NatGatewayFact {
  readonly gateway: Resource;
  readonly subnet: Resource | undefined;
  /** Its subnet's, as is the zone. */
  readonly vpc: Resource | undefined;
  readonly availabilityZone: string | Unknown | undefined;
}

export interface EndpointFact {
  /** The `aws_vpc_endpoint`. */
  readonly endpoint: Resource;
  readonly vpc: Resource | undefined;
  /** Service without its region: `"s3"`, `"ecr.api"`. */
  readonly service: string | Unknown;
  /** `"Gateway"` where it isn't set, as AWS takes it. */
  readonly type: string | Unknown;
  /** Where an interface endpoint is. */
  readonly subnets: readonly Resource[];
  readonly securityGroups: readonly Resource[];
  /** Whose routes lead to a gateway endpoint. */
  readonly routeTables: readonly Resource[];
}

/** Every subnet of the plan with its way out. */
export const subnets = oncePerPlan((plan): readonly SubnetFact[] => {
  const associations = plan.resources("aws_route_table_association");
  const associated = belonging(plan, associations, "subnet_id", ...SUBNETS);
  const main = mainRouteTables(plan);
  const routes = belonging(plan, plan.resources("aws_route"), "route_table_id", ...ROUTE_TABLES);
  return plan.resources(...SUBNETS).map((subnet) => {
    const own = associated.get(subnet.address)?.[0];
    const vpc = vpcOf(plan, subnet);
    const routeTable =
      own === undefined ? vpc && main.get(vpc.address) : plan.referenced(own.get("route_table_id"), ...ROUTE_TABLES)[0];
    const defaultRoute = defaultRouteOf(
      plan,
      routeTable === undefined ? [] : [...routeTable.blocks("route"), ...(routes.get(routeTable.address) ?? [])],
    );
    return {
      subnet,
      vpc,
      availabilityZone: zoneOf(subnet),
      routeTable,
      defaultRoute,
      isPublic: defaultRoute.kind === "internet-gateway",
    };
  });
});

/** Every NAT gateway of the plan. */
export const natGateways = oncePerPlan((plan): readonly NatGatewayFact[] => {
  return plan.resources("aws_nat_gateway").map((gateway) => {
    const subnet = plan.referenced(gateway.get("subnet_id"), ...SUBNETS)[0];
    return { gateway, subnet, vpc: subnet && vpcOf(plan, subnet), availabilityZone: subnet && zoneOf(subnet) };
  });
});

/** Every VPC endpoint of the plan. */
export const endpoints = oncePerPlan((plan): readonly EndpointFact[] => {
  return plan.resources("aws_vpc_endpoint").map((endpoint) => {
    const name = textOf(endpoint.get("service_name")) ?? new Unknown([]);
    return {
      endpoint,
      vpc: vpcOf(plan, endpoint),
      service: serviceOf(name),
      type: textOf(endpoint.get("vpc_endpoint_type")) ?? "Gateway",
      subnets: plan.referenced(endpoint.get("subnet_ids"), ...SUBNETS),
      securityGroups: plan.referenced(endpoint.get("security_group_ids"), "aws_security_group"),
      routeTables: plan.referenced(endpoint.get("route_table_ids"), ...ROUTE_TABLES),
    };
  });
});

const SUBNETS = ["aws_subnet", "aws_default_subnet"];
const ROUTE_TABLES = ["aws_route_table", "aws_default_route_table"];
const VPCS = ["aws_vpc", "aws_default_vpc"];

function vpcOf(plan: Plan, resource: Resource): Resource | undefined {
  return plan.referenced(resource.get("vpc_id"), ...VPCS)[0];
}

function zoneOf(subnet: Resource): string | Unknown | undefined {
  return textOf(subnet.get("availability_zone") ?? subnet.get("availability_zone_id"));
}

/** `com.amazonaws.eu-west-1.ecr.api` is `ecr.api`, also where the region is known only at apply. */
function serviceOf(name: string | Unknown): string | Unknown {
  const written = typeof name === "string" ? name : (name.template ?? "");
  const service = /^(?:com|cn|aws)\.[a-z]+\.(?:[a-z0-9-]+|\$\{[^}]*\})\.([a-z0-9.-]+)$/.exec(written)?.[1];
  return service ?? name;
}

/** The main route table of each VPC, by the VPC's address. */
function mainRouteTables(plan: Plan): ReadonlyMap<string, Resource> {
  const found = new Map<string, Resource>();
  for (const table of plan.resources("aws_default_route_table")) {
    for (const { address } of plan.referenced(table.get("default_route_table_id"), ...VPCS)) found.set(address, table);
  }
  for (const association of plan.resources("aws_main_route_table_association")) {
    const [table] = plan.referenced(association.get("route_table_id"), ...ROUTE_TABLES);
    for (const { address } of plan.referenced(association.get("vpc_id"), ...VPCS)) {
      if (table !== undefined) found.set(address, table);
    }
  }
  return found;
}

function defaultRouteOf(plan: Plan, routes: readonly Block[]): DefaultRoute {
  const route = routes.find((candidate) => {
    return (candidate.get("cidr_block") ?? candidate.get("destination_cidr_block")) === "0.0.0.0/0";
  });
  if (route === undefined) return { kind: "none", target: undefined };
  const [nat] = plan.referenced(route.get("nat_gateway_id"), "aws_nat_gateway");
  if (isSet(route, "nat_gateway_id")) return { kind: "nat-gateway", target: nat };
  const gateway = route.get("gateway_id");
  const [internet] = plan.referenced(gateway, "aws_internet_gateway");
  const isInternet = internet !== undefined || (typeof gateway === "string" && gateway.startsWith("igw-"));
  return { kind: isInternet ? "internet-gateway" : "other", target: internet };
}

/** A plan writes what isn't set as an empty text. */
function isSet(block: Block, path: string): boolean {
  const value = block.get(path);
  return value !== undefined && value !== "";
}
