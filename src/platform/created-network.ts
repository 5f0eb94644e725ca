import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { FlowLogs } from "./flow-logs";
import { zoneCidrs } from "./subnets";

export interface CreatedNetworkProps {
  readonly environment: Environment;
  readonly network: NonNullable<Environment["network"]["create"]>;
  /** Key of the flow logs' group. */
  readonly key: KmsKey;
}

/** A subnet, and how its addresses find their way out. */
export interface RoutedSubnet {
  /** Of its zone: `"a"` in us-east-1a. */
  readonly letter: string;
  readonly subnet: Subnet;
  readonly cidr: string;
  readonly routeTable: RouteTable;
  readonly association: RouteTableAssociation;
}

/**
 * A VPC with a public and a private subnet in each zone. Each private subnet leaves by the NAT gateway of its own zone,
 * so that a zone's outage stays in that zone. Routes stand inline: one added by hand shows in the next plan.
 */
export class CreatedNetwork extends Construct {
  readonly vpc: Vpc;
  readonly publicSubnets: readonly RoutedSubnet[];
  readonly privateSubnets: readonly RoutedSubnet[];
  /** One a zone, or a single one, each with the letter of its zone. */
  readonly natGateways: readonly { readonly letter: string; readonly gateway: NatGateway }[];

  constructor(scope: Construct, id: string, { environment, network, key }: CreatedNetworkProps) {
    super(scope, id);
    const { name } = environment;
    this.vpc = new Vpc(this, "Resource", {
      cidrBlock: network.cidr,
      enableDnsSupport: true,
      // The private names of interface endpoints need both.
      enableDnsHostnames: true,
      // Says to whoever judges the plan which services are left to NAT on purpose: all others.
      tags: { Name: name, InterfaceEndpoints: network.interfaceEndpoints.join(" ") },
    });
    // Adopted and left without a rule: what is started without a group of its own can talk to nobody.
    new DefaultSecurityGroup(this, "DefaultSecurityGroup", {
      vpcId: this.vpc.id,
      ingress: [],
      egress: [],
      tags: { Name: `${name}-default-unused` },
    });
    new FlowLogs(this, "flow_logs", { environment, key, vpcId: this.vpc.id });

    const internet = new InternetGateway(this, "InternetGateway", { vpcId: this.vpc.id, tags: { Name: name } });
    const publicRoutes = new RouteTable(this, "public", {
      vpcId: this.vpc.id,
      route: [{ cidrBlock: "0.0.0.0/0", gatewayId: internet.id }],
      tags: { Name: `${name}-public` },
    });

    const zones = network.availabilityZones.map((availabilityZone, index) => ({
      availabilityZone,
      letter: availabilityZone.slice(environment.region.length),
      ...zoneCidrs(network.cidr, index),
    }));

    this.publicSubnets = zones.map(({ letter, availabilityZone, publicCidr }) => {
      const subnet = this.subnet(`public_${letter}`, `${name}-public-${letter}`, availabilityZone, publicCidr);
      return {
        letter,
        subnet,
        cidr: publicCidr,
        routeTable: publicRoutes,
        association: associate(subnet, publicRoutes),
      };
    });

    const single = network.natGateways === "single";
    this.natGateways = this.publicSubnets.slice(0, single ? 1 : undefined).map(({ letter, subnet }) => {
      const zone = new Construct(this, letter);
      const tags = { Name: `${name}-${letter}` };
      const address = new Eip(zone, "Eip", { domain: "vpc", tags, dependsOn: [internet] });
      const gateway = new NatGateway(zone, "NatGateway", {
        subnetId: subnet.id,
        allocationId: address.allocationId,
        // Says that the one gateway is a choice, for whoever judges the plan.
        tags: single ? { ...tags, NatGateways: "single" } : tags,
        dependsOn: [internet],
      });
      return { letter, gateway };
    });

    this.privateSubnets = zones.map(({ letter, availabilityZone, privateCidr }, index) => {
      const subnetName = `${name}-private-${letter}`;
      const subnet = this.subnet(`private_${letter}`, subnetName, availabilityZone, privateCidr);
      const routeTable = new RouteTable(subnet, "RouteTable", {
        vpcId: this.vpc.id,
        route: [{ cidrBlock: "0.0.0.0/0", natGatewayId: (this.natGateways[index] ?? this.natGateways[0])?.gateway.id }],
        tags: { Name: subnetName },
      });
      return { letter, subnet, cidr: privateCidr, routeTable, association: associate(subnet, routeTable) };
    });
  }

  private subnet(id: string, name: string, availabilityZone: string, cidrBlock: string): Subnet {
    return new Subnet(this, id, {
      vpcId: this.vpc.id,
      availabilityZone,
      cidrBlock,
      // In public subnets too: the load balancer and the NAT gateways bring their own addresses.
      mapPublicIpOnLaunch: false,
      tags: { Name: name },
    });
  }
}

function associate(subnet: Subnet, routeTable: RouteTable): RouteTableAssociation {
  return new RouteTableAssociation(subnet, "RouteTableAssociation", {
    subnetId: subnet.id,
    routeTableId: routeTable.id,
  });
}
