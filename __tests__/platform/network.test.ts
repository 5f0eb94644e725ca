import { existingNetwork, network } from "../support/edge";
import { addresses, environmentWith, resource, statements, synthesizeStack } from "../support/stack";

const ZONES = ["us-east-1a", "us-east-1b", "us-east-1c"];

function created(fields: { natGateways?: "single" } = {}) {
  const environment = environmentWith({
    network: { create: { cidr: "10.20.0.0/16", availabilityZones: ZONES, ...fields } },
  });
  return synthesizeStack((stack) => void network(stack, environment), environment);
}

describe("a network of the environment's own", () => {
  const stack = created();

  test("has a public and a private subnet in each zone, addressed by the zone's letter", () => {
    expect(addresses(stack, "aws_subnet")).toEqual([
      "aws_subnet.network_private_a",
      "aws_subnet.network_private_b",
      "aws_subnet.network_private_c",
      "aws_subnet.network_public_a",
      "aws_subnet.network_public_b",
      "aws_subnet.network_public_c",
    ]);
    expect(resource(stack, "aws_subnet.network_private_b")).toMatchObject({
      availability_zone: "us-east-1b",
      cidr_block: "10.20.32.0/19",
    });
  });

  test("gives nothing a public address by itself, in public subnets neither", () => {
    for (const address of addresses(stack, "aws_subnet")) {
      expect(resource(stack, address).map_public_ip_on_launch).toBe(false);
    }
  });

  test("resolves the private names of endpoints", () => {
    expect(resource(stack, "aws_vpc.network")).toMatchObject({ enable_dns_support: true, enable_dns_hostnames: true });
  });

  test("says which interface endpoints it is meant to have", () => {
    expect(resource(stack, "aws_vpc.network").tags).toMatchObject({ InterfaceEndpoints: "ssm" });
  });

  test("empties the default group with rules that are written out, so that one added by hand shows", () => {
    expect(resource(stack, "aws_default_security_group.network")).toMatchObject({
      vpc_id: "${aws_vpc.network.id}",
      ingress: [],
      egress: [],
    });
  });

  test.each(["a", "b", "c"])("leads zone %s out by its own NAT gateway", (letter) => {
    expect(resource(stack, `aws_nat_gateway.network_${letter}`)).toMatchObject({
      subnet_id: `\${aws_subnet.network_public_${letter}.id}`,
      allocation_id: `\${aws_eip.network_${letter}.allocation_id}`,
    });
    expect(resource(stack, `aws_route_table.network_private_${letter}`).route).toMatchObject([
      { cidr_block: "0.0.0.0/0", nat_gateway_id: `\${aws_nat_gateway.network_${letter}.id}` },
    ]);
    expect(resource(stack, `aws_route_table_association.network_private_${letter}`)).toMatchObject({
      subnet_id: `\${aws_subnet.network_private_${letter}.id}`,
      route_table_id: `\${aws_route_table.network_private_${letter}.id}`,
    });
  });

  test("leads the public subnets to the internet gateway", () => {
    expect(resource(stack, "aws_route_table.network_public").route).toMatchObject([
      { cidr_block: "0.0.0.0/0", gateway_id: "${aws_internet_gateway.network.id}" },
    ]);
    expect(resource(stack, "aws_route_table_association.network_public_c").route_table_id).toBe(
      "${aws_route_table.network_public.id}",
    );
  });

  test("has no routes beside the inline ones", () => {
    expect(addresses(stack, "aws_route")).toEqual([]);
  });

  test("logs every connection, each minute, to an encrypted group", () => {
    expect(resource(stack, "aws_flow_log.network_flow_logs")).toMatchObject({
      vpc_id: "${aws_vpc.network.id}",
      traffic_type: "ALL",
      max_aggregation_interval: 60,
      log_destination: "${aws_cloudwatch_log_group.network_flow_logs.arn}",
      iam_role_arn: "${aws_iam_role.network_flow_logs.arn}",
    });
    expect(resource(stack, "aws_cloudwatch_log_group.network_flow_logs").kms_key_id).toBe("${aws_kms_key.key.arn}");
  });

  test("lets flow logs of this account alone write, and to that group alone", () => {
    expect(statements(stack, "aws_iam_role.network_flow_logs", "assume_role_policy")).toMatchObject([
      {
        Principal: { Service: "vpc-flow-logs.amazonaws.com" },
        Condition: {
          StringEquals: { "aws:SourceAccount": "000000000000" },
          ArnLike: { "aws:SourceArn": "arn:aws:ec2:us-east-1:000000000000:vpc-flow-log/*" },
        },
      },
    ]);
    const group = "${aws_cloudwatch_log_group.network_flow_logs.arn}";
    expect(statements(stack, "aws_iam_role_policy.network_flow_logs")).toMatchObject([
      {
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `${group}:log-stream:*`,
      },
      { Action: "logs:DescribeLogStreams", Resource: `${group}:*` },
      { Action: "logs:DescribeLogGroups", Resource: "*" },
    ]);
  });
});

describe("a network with a single NAT gateway", () => {
  const stack = created({ natGateways: "single" });

  test("says on the gateway that it is a choice", () => {
    expect(addresses(stack, "aws_nat_gateway")).toEqual(["aws_nat_gateway.network_a"]);
    expect(resource(stack, "aws_nat_gateway.network_a").tags).toMatchObject({ NatGateways: "single" });
    expect(resource(created(), "aws_nat_gateway.network_a").tags).not.toHaveProperty("NatGateways");
  });

  test("leads every zone out by it, and has no address to spare", () => {
    expect(resource(stack, "aws_route_table.network_private_c").route).toMatchObject([
      { nat_gateway_id: "${aws_nat_gateway.network_a.id}" },
    ]);
    expect(addresses(stack, "aws_eip")).toEqual(["aws_eip.network_a"]);
  });
});

describe("an existing network", () => {
  const environment = environmentWith({ network: existingNetwork });

  test("is passed through, and nothing is made in it", () => {
    const stack = synthesizeStack((scope) => {
      const { vpcId, cidr, privateCidrs, publicSubnetIds, privateSubnetIds, privateRouteTableIds } = network(
        scope,
        environment,
      );
      expect({ vpcId, cidr, privateCidrs, publicSubnetIds, privateSubnetIds, privateRouteTableIds }).toEqual({
        vpcId: "vpc-00000000000000000",
        cidr: "10.40.0.0/16",
        privateCidrs: ["10.40.0.0/16"],
        publicSubnetIds: ["subnet-0000000000000000a", "subnet-0000000000000000b"],
        privateSubnetIds: ["subnet-0000000000000001a", "subnet-0000000000000001b"],
        privateRouteTableIds: [],
      });
    }, environment);
    expect(addresses(stack)).toEqual(["aws_kms_key.key"]);
  });
});

test("an environment without a network is an error, not an empty platform", () => {
  const environment = { ...environmentWith(), network: { egress: [] } };
  expect(() => synthesizeStack((stack) => void network(stack, environment))).toThrow(
    "production has a network neither to create nor to use",
  );
});
