import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Endpoints } from "../../src/platform/endpoints";
import { network } from "../support/edge";
import { addresses, environmentWith, resource, statements, synthesizeStack } from "../support/stack";

describe("Endpoints", () => {
  const environment = environmentWith({
    network: {
      create: {
        cidr: "10.20.0.0/16",
        availabilityZones: ["us-east-1a", "us-east-1b"],
        interfaceEndpoints: ["ssm", "ecr.api", "ecs-agent"],
      },
    },
  });
  const stack = synthesizeStack((scope) => {
    const securityGroup = new SecurityGroup(scope, "endpoints", {});
    new Endpoints(scope, "endpoint", { environment, network: network(scope, environment), securityGroup });
  }, environment);

  test("make the gateway to S3 and each interface that the environment asks for", () => {
    expect(addresses(stack, "aws_vpc_endpoint")).toEqual([
      "aws_vpc_endpoint.endpoint_ecr_api",
      "aws_vpc_endpoint.endpoint_ecs_agent",
      "aws_vpc_endpoint.endpoint_s3",
      "aws_vpc_endpoint.endpoint_ssm",
    ]);
  });

  test("stand in every private subnet, under AWS's own names, behind their group", () => {
    expect(resource(stack, "aws_vpc_endpoint.endpoint_ecr_api")).toMatchObject({
      service_name: "com.amazonaws.us-east-1.ecr.api",
      vpc_endpoint_type: "Interface",
      private_dns_enabled: true,
      subnet_ids: ["${aws_subnet.network_private_a.id}", "${aws_subnet.network_private_b.id}"],
      security_group_ids: ["${aws_security_group.endpoints.id}"],
    });
  });

  test("let only credentials of the account pass", () => {
    expect(statements(stack, "aws_vpc_endpoint.endpoint_ssm")).toEqual([
      {
        Effect: "Allow",
        Principal: "*",
        Action: "*",
        Resource: "*",
        Condition: { StringEquals: { "aws:PrincipalAccount": "000000000000" } },
      },
    ]);
  });

  test("lead every private route table to S3", () => {
    expect(resource(stack, "aws_vpc_endpoint.endpoint_s3")).toMatchObject({
      service_name: "com.amazonaws.us-east-1.s3",
      vpc_endpoint_type: "Gateway",
      route_table_ids: ["${aws_route_table.network_private_a.id}", "${aws_route_table.network_private_b.id}"],
    });
  });

  test("reach the account's own buckets, and of all others those that instances boot and pull from, to read", () => {
    expect(statements(stack, "aws_vpc_endpoint.endpoint_s3")).toMatchObject([
      {
        Condition: {
          StringEquals: { "aws:PrincipalAccount": "000000000000", "aws:ResourceAccount": "000000000000" },
        },
      },
      {
        Action: "s3:GetObject",
        Resource: [
          "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*",
          "arn:aws:s3:::amazon-ecs-agent-us-east-1/*",
          "arn:aws:s3:::al2023-repos-us-east-1-de612dc2/*",
        ],
      },
    ]);
  });
});
