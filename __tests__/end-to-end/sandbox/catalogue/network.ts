import {
  AuthorizeSecurityGroupEgressCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateRouteCommand,
  CreateTagsCommand,
  DeleteFlowLogsCommand,
  DescribeSecurityGroupsCommand,
  DisassociateRouteTableCommand,
  ModifySubnetAttributeCommand,
  ModifyVpcAttributeCommand,
  ModifyVpcEndpointCommand,
  ReplaceRouteCommand,
  RevokeSecurityGroupEgressCommand,
} from "@aws-sdk/client-ec2";
import { type ChangeByHand, GONE } from "./change";

const SSH = [{ IpProtocol: "tcp", FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }];

export const network: readonly ChangeByHand[] = [
  {
    id: "instances-open-to-ssh",
    service: "ec2",
    what: "SSH from everywhere to the instances",
    do: ({ ec2 }, of) =>
      ec2.send(
        new AuthorizeSecurityGroupIngressCommand({ GroupId: of("aws_security_group.compute"), IpPermissions: SSH }),
      ),
    address: "aws_security_group.compute",
    attribute: "ingress",
  },
  {
    id: "tasks-open-to-ssh",
    service: "ec2",
    what: "SSH from everywhere to a service's own tasks",
    do: ({ ec2 }, of) =>
      ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId: of("aws_security_group.api"), IpPermissions: SSH })),
    address: "aws_security_group.api",
    attribute: "ingress",
  },
  {
    id: "load-balancer-cut-off",
    service: "ec2",
    what: "the load balancer's way to its targets revoked",
    do: async ({ ec2 }, of) => {
      const GroupId = of("aws_security_group.load_balancer");
      const { SecurityGroups: [group] = [] } = await ec2.send(
        new DescribeSecurityGroupsCommand({ GroupIds: [GroupId] }),
      );
      await ec2.send(
        new RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions: group?.IpPermissionsEgress?.slice(0, 1) }),
      );
    },
    address: "aws_security_group.load_balancer",
    attribute: "egress",
  },
  {
    id: "endpoints-open-outwards",
    service: "ec2",
    what: "everything outwards from the endpoints' group",
    do: ({ ec2 }, of) =>
      ec2.send(
        new AuthorizeSecurityGroupEgressCommand({
          GroupId: of("aws_security_group.endpoints"),
          IpPermissions: [{ IpProtocol: "tcp", FromPort: 8443, ToPort: 8443, IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
        }),
      ),
    address: "aws_security_group.endpoints",
    attribute: "egress",
  },
  {
    id: "default-group-used",
    service: "ec2",
    what: "a rule in the VPC's default group, which is kept empty",
    do: ({ ec2 }, of) =>
      ec2.send(
        new AuthorizeSecurityGroupIngressCommand({
          GroupId: of("aws_default_security_group.network"),
          IpPermissions: SSH,
        }),
      ),
    address: "aws_default_security_group.network",
    attribute: "ingress",
  },
  {
    id: "route-added",
    service: "ec2",
    what: "a route to somebody's network",
    do: ({ ec2 }, of) =>
      ec2.send(
        new CreateRouteCommand({
          RouteTableId: of("aws_route_table.network_private_a"),
          DestinationCidrBlock: "192.168.0.0/16",
          NatGatewayId: of("aws_nat_gateway.network_a"),
        }),
      ),
    address: "aws_route_table.network_private_a",
    attribute: "route",
  },
  {
    id: "route-through-other-zone",
    service: "ec2",
    what: "a zone's way out through another zone's NAT gateway",
    do: ({ ec2 }, of) =>
      ec2.send(
        new ReplaceRouteCommand({
          RouteTableId: of("aws_route_table.network_private_b"),
          DestinationCidrBlock: "0.0.0.0/0",
          NatGatewayId: of("aws_nat_gateway.network_a"),
        }),
      ),
    address: "aws_route_table.network_private_b",
    attribute: "route",
  },
  {
    id: "public-addresses",
    service: "ec2",
    what: "public addresses for what starts in a private subnet",
    do: ({ ec2 }, of) =>
      ec2.send(
        new ModifySubnetAttributeCommand({
          SubnetId: of("aws_subnet.network_private_a"),
          MapPublicIpOnLaunch: { Value: true },
        }),
      ),
    address: "aws_subnet.network_private_a",
    attribute: "map_public_ip_on_launch",
  },
  {
    id: "host-names-off",
    service: "ec2",
    what: "the VPC's host names off",
    do: ({ ec2 }, of) =>
      ec2.send(new ModifyVpcAttributeCommand({ VpcId: of("aws_vpc.network"), EnableDnsHostnames: { Value: false } })),
    address: "aws_vpc.network",
    attribute: "enable_dns_hostnames",
  },
  {
    id: "subnet-renamed",
    service: "ec2",
    what: "a subnet's Name tag",
    do: ({ ec2 }, of) =>
      ec2.send(
        new CreateTagsCommand({
          Resources: [of("aws_subnet.network_public_b")],
          Tags: [{ Key: "Name", Value: "do-not-touch" }],
        }),
      ),
    address: "aws_subnet.network_public_b",
    attribute: "tags_all",
  },
  {
    id: "address-tagged",
    service: "ec2",
    what: "a tag that nobody wrote on an elastic address",
    do: ({ ec2 }, of) =>
      ec2.send(new CreateTagsCommand({ Resources: [of("aws_eip.network_c")], Tags: [{ Key: "owner", Value: "bob" }] })),
    address: "aws_eip.network_c",
    attribute: "tags_all",
  },
  {
    id: "endpoint-open",
    service: "ec2",
    what: "the S3 endpoint's policy opened to every bucket",
    do: ({ ec2 }, of) =>
      ec2.send(
        new ModifyVpcEndpointCommand({
          VpcEndpointId: of("aws_vpc_endpoint.endpoint_s3"),
          PolicyDocument: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
          }),
        }),
      ),
    address: "aws_vpc_endpoint.endpoint_s3",
    attribute: "policy",
  },
  {
    id: "subnet-without-routes",
    service: "ec2",
    what: "a public subnet taken off its route table",
    do: ({ ec2 }, of) =>
      ec2.send(
        new DisassociateRouteTableCommand({ AssociationId: of("aws_route_table_association.network_public_c") }),
      ),
    address: "aws_route_table_association.network_public_c",
    attribute: GONE,
  },
  {
    id: "flow-log-deleted",
    service: "ec2",
    what: "the flow log deleted",
    do: ({ ec2 }, of) => ec2.send(new DeleteFlowLogsCommand({ FlowLogIds: [of("aws_flow_log.network_flow_logs")] })),
    address: "aws_flow_log.network_flow_logs",
    attribute: GONE,
  },
];
