import type { Plan, Resource } from "../plan";
import type { Unknown } from "../value";

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
  /** That of its subnet. */
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
export function subnets(plan: Plan): readonly SubnetFact[] {
  return [];
}

/** Every NAT gateway of the plan. */
export function natGateways(plan: Plan): readonly NatGatewayFact[] {
  return [];
}

/** Every VPC endpoint of the plan. */
export function endpoints(plan: Plan): readonly EndpointFact[] {
  return [];
}
