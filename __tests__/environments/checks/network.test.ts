import production from "../../../src/environments/production";
import staging from "../../../src/environments/staging";
import { egress, testBadInput, testGoodInput } from "../../support/bad-input";

describe("a network", () => {
  testBadInput([
    ["a malformed range", { "network.create.cidr": "10.0.0/16" }, "network.create.cidr", '"10.0.0/16"', "CIDR"],
    ["an octet too large", { "network.create.cidr": "10.256.0.0/16" }, "network.create.cidr", "CIDR"],
    ["host bits", { "network.create.cidr": "10.20.0.1/16" }, "network.create.cidr", '"10.20.0.0/16"', "host bits"],
    ["a VPC that is too small", { "network.create.cidr": "10.20.0.0/24" }, "network.create.cidr", "/16 to /20"],
    [
      "a VPC that is too large",
      { "network.create.cidr": "10.0.0.0/8", [egress]: [] },
      "network.create.cidr",
      "/16 to /20",
    ],
    ["a public range", { "network.create.cidr": "8.8.0.0/16" }, "network.create.cidr", "private range"],
    ["Docker's range", { "network.create.cidr": "172.17.0.0/16" }, "network.create.cidr", "Docker"],
    ["a destination in the VPC", { [`${egress}[0].cidr`]: "10.20.64.0/24" }, `${egress}[0].cidr`, "10.20.0.0/16"],
    [
      "destinations that overlap",
      { [`${egress}[1]`]: { description: "x", port: 5432, cidr: "10.30.4.0/24" } },
      `${egress}[1].cidr`,
      "overlap",
    ],
    ["a destination's host bits", { [`${egress}[0].cidr`]: "10.30.0.9/16" }, `${egress}[0].cidr`, "host bits"],
    [
      "clients that overlap",
      { "ingress.allowedCidrs": ["0.0.0.0/0", "192.0.2.0/24"] },
      "ingress.allowedCidrs[1]",
      "overlap",
    ],
    ["neither of the networks", { "network.create": undefined }, "network.create", "nothing", "existing"],
    ["an unknown region", { region: "us-east1" }, "region", 'did you mean "us-east-1"?', "eu-west-1"],
    [
      "a zone of another region",
      { "network.create.availabilityZones[1]": "us-west-2b" },
      "network.create.availabilityZones[1]",
      "us-west-2b",
      "us-east-1",
    ],
    [
      "a region for a zone",
      { "network.create.availabilityZones[1]": "us-east-1" },
      "network.create.availabilityZones[1]",
      "us-east-1a",
    ],
    [
      "a zone twice",
      { "network.create.availabilityZones[1]": "us-east-1a" },
      "network.create.availabilityZones[1]",
      "once",
    ],
    [
      "one zone",
      { "network.create.availabilityZones": ["us-east-1a"] },
      "network.create.availabilityZones",
      "at least 2",
    ],
    [
      "an endpoint twice",
      { "network.create.interfaceEndpoints": ["ssm", "ssm"] },
      "network.create.interfaceEndpoints[1]",
      "once",
    ],
    [
      "an unknown endpoint",
      { "network.create.interfaceEndpoints": ["ecr"] },
      "network.create.interfaceEndpoints[0]",
      '"ecr.api"',
    ],
  ]);

  testGoodInput([
    ["a destination anywhere", { [`${egress}[0].cidr`]: "0.0.0.0/0" }],
    ["one range on two ports", { [`${egress}[1]`]: { description: "x", port: 6379, cidr: "10.30.0.0/16" } }],
  ]);
});

describe("an existing network", () => {
  const existing = "network.existing";
  testBadInput(
    [
      ["both networks", { "network.create": production.network.create }, "network.existing", "one of the two"],
      ["a VPC's range that AWS doesn't make", { [`${existing}.cidr`]: "10.0.0.0/8" }, `${existing}.cidr`, "/16 to /28"],
      ["a malformed id", { [`${existing}.vpcId`]: "vpc-1" }, `${existing}.vpcId`, "hexadecimal"],
      [
        "a subnet twice",
        { [`${existing}.privateSubnetIds.us-east-1b`]: "subnet-0000000000000000a" },
        `${existing}.privateSubnetIds["us-east-1b"]`,
        "publicSubnetIds",
      ],
      [
        "subnets in one zone",
        { [`${existing}.privateSubnetIds.us-east-1b`]: undefined },
        `${existing}.privateSubnetIds`,
        "two zones",
      ],
      [
        "a private subnet where there is no public one",
        { [`${existing}.privateSubnetIds.us-east-1c`]: "subnet-0000000000000001c" },
        `${existing}.privateSubnetIds["us-east-1c"]`,
        "public subnet",
      ],
      [
        "a subnet in another region's zone",
        { [`${existing}.publicSubnetIds.eu-west-1a`]: "subnet-0000000000000001c" },
        `${existing}.publicSubnetIds["eu-west-1a"]`,
        "us-east-1",
      ],
    ],
    staging,
  );
});
