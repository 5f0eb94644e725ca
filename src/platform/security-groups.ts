import {
  SecurityGroup,
  type SecurityGroupEgress,
  type SecurityGroupIngress,
} from "@cdktf/provider-aws/lib/security-group";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import type { Network } from "./network";

export interface SecurityGroupsProps {
  readonly environment: Environment;
  readonly network: Network;
}

/** Host ports that Amazon Linux 2023 gives to containers in bridge mode (`net.ipv4.ip_local_port_range`). */
const DYNAMIC_PORTS = { from: 32768, to: 60999 };
const HTTPS = 443;
const HTTP = 80;
const ANYWHERE = "0.0.0.0/0";

interface PortRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Who may talk to whom, read from the top: internet -> load balancer -> compute and tasks -> endpoints. Each step names
 * the group before it as its source. Rules stand inline, so that one added by hand shows in the next plan. There is
 * none for DNS, time and instance metadata: AWS serves them inside the VPC, past every group.
 */
export class SecurityGroups extends Construct {
  readonly loadBalancer: SecurityGroup;
  /** Of the container instances, and so of the tasks in bridge mode. */
  readonly compute: SecurityGroup;
  /** Of the interface endpoints; none in an existing VPC, whose owner has them. */
  readonly endpoints: SecurityGroup | undefined;
  private readonly tasks = new Map<string, SecurityGroup>();

  constructor(scope: Construct, id: string, { environment, network }: SecurityGroupsProps) {
    super(scope, id);
    const { services } = environment;
    const bridge = services.some(({ networkMode }) => networkMode === "bridge");
    const awsvpc = services.filter(({ networkMode }) => networkMode === "awsvpc");
    const group = (id: string, description: string, ingress: SecurityGroupIngress[], egress: SecurityGroupEgress[]) =>
      securityGroup(this, id, { environment, network, description, ingress, egress });

    const { allowedCidrs } = environment.ingress;
    const targetPorts = [
      ...(bridge ? [DYNAMIC_PORTS] : []),
      ...[...new Set(awsvpc.map(({ containerPort }) => containerPort))].map(one),
    ];
    this.loadBalancer = group(
      "load_balancer",
      "Internet to load balancer",
      [
        { ...tcp("HTTPS", one(HTTPS)), cidrBlocks: allowedCidrs },
        { ...tcp("HTTP, only to be redirected to HTTPS", one(HTTP)), cidrBlocks: allowedCidrs },
      ],
      // By range: inline rules that named each other's group, out here and in there, would be a cycle.
      targetPorts.map((ports) => ({ ...tcp("Targets", ports), cidrBlocks: [...network.privateCidrs] })),
    );

    const fromLoadBalancer = (ports: PortRange): SecurityGroupIngress => ({
      ...tcp("From the load balancer", ports),
      securityGroups: [this.loadBalancer.id],
    });
    const out: SecurityGroupEgress[] = [
      { ...tcp("AWS and image registries", one(HTTPS)), cidrBlocks: [ANYWHERE] },
      ...environment.network.egress.map(({ description, port, cidr }) => ({
        ...tcp(description, one(port)),
        cidrBlocks: [cidr],
      })),
    ];
    this.compute = group("compute", "Container instances", bridge ? [fromLoadBalancer(DYNAMIC_PORTS)] : [], out);
    for (const { name, containerPort } of awsvpc) {
      this.tasks.set(name, group(name, `Tasks of ${name}`, [fromLoadBalancer(one(containerPort))], out));
    }

    if (environment.network.create) {
      const users = [this.compute, ...this.tasks.values()];
      this.endpoints = group(
        "endpoints",
        "Interface endpoints of AWS services",
        [{ ...tcp("From compute and tasks", one(HTTPS)), securityGroups: users.map(({ id }) => id) }],
        [],
      );
    }
  }

  /** Group of that service's tasks; only services in awsvpc mode have one. */
  task(serviceName: string): SecurityGroup {
    const group = this.tasks.get(serviceName);
    if (!group) throw new Error(`${serviceName} has no security group: it isn't a service in awsvpc mode`);
    return group;
  }
}

interface GroupProps extends SecurityGroupsProps {
  readonly description: string;
  readonly ingress: SecurityGroupIngress[];
  readonly egress: SecurityGroupEgress[];
}

function securityGroup(scope: Construct, id: string, props: GroupProps): SecurityGroup {
  const { environment, network, description, ingress, egress } = props;
  const name = `${environment.name}-${id.replaceAll("_", "-")}`;
  return new SecurityGroup(scope, id, {
    // A group in use can't be deleted, so a replacement must stand before the old one goes; two of one name can't.
    namePrefix: `${name}-`,
    lifecycle: { createBeforeDestroy: true },
    description,
    vpcId: network.vpcId,
    ingress,
    egress,
    tags: { Name: name },
  });
}

function tcp(description: string, { from, to }: PortRange) {
  return { description, protocol: "tcp", fromPort: from, toPort: to };
}

function one(port: number): PortRange {
  return { from: port, to: port };
}
