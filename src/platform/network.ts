import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { CreatedNetwork } from "./created-network";

export interface NetworkProps {
  readonly environment: Environment;
  /** Key of the flow logs' group. */
  readonly key: KmsKey;
}

/** Where everything stands: a VPC of the environment's own, or one that is there already, in which nothing is made. */
export class Network extends Construct {
  readonly vpcId: string;
  /** IPv4 range of the VPC. */
  readonly cidr: string;
  /** IPv4 ranges that compute has its addresses from: those of the private subnets, or of the whole existing VPC. */
  readonly privateCidrs: readonly string[];
  readonly publicSubnetIds: readonly string[];
  readonly privateSubnetIds: readonly string[];
  /** Availability zones that compute is in. */
  readonly zones: readonly string[];
  /** None in an existing VPC: they are its owner's. */
  readonly natGateways: CreatedNetwork["natGateways"];
  /** None in an existing VPC: its routes are its owner's. */
  readonly privateRouteTableIds: readonly string[];
  /** What must stand before, and go after, what is reached from the internet. */
  readonly publicRoutes: readonly ITerraformDependable[];
  /** What must stand before, and go after, what has to reach AWS: instances, and the services that drain on them. */
  readonly privateRoutes: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { environment, key }: NetworkProps) {
    super(scope, id);
    const { create, existing } = environment.network;
    if (create) {
      const network = new CreatedNetwork(this, "CreatedNetwork", { environment, network: create, key });
      this.vpcId = network.vpc.id;
      this.cidr = create.cidr;
      this.privateCidrs = network.privateSubnets.map(({ cidr }) => cidr);
      this.publicSubnetIds = network.publicSubnets.map(({ subnet }) => subnet.id);
      this.privateSubnetIds = network.privateSubnets.map(({ subnet }) => subnet.id);
      this.zones = create.availabilityZones;
      this.natGateways = network.natGateways;
      this.privateRouteTableIds = network.privateSubnets.map(({ routeTable }) => routeTable.id);
      this.publicRoutes = network.publicSubnets.map(({ association }) => association);
      this.privateRoutes = network.privateSubnets.map(({ association }) => association);
    } else if (existing) {
      this.vpcId = existing.vpcId;
      this.cidr = existing.cidr;
      this.privateCidrs = [existing.cidr];
      this.publicSubnetIds = Object.values(existing.publicSubnetIds);
      this.privateSubnetIds = Object.values(existing.privateSubnetIds);
      this.zones = Object.keys(existing.privateSubnetIds);
      this.natGateways = [];
      this.privateRouteTableIds = [];
      this.publicRoutes = [];
      this.privateRoutes = [];
    } else {
      throw new Error(`${environment.name} has a network neither to create nor to use`);
    }
  }
}
