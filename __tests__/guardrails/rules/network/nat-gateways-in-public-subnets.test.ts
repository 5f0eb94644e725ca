import { testRule } from "../../../support/rule-test";

testRule("network/nat-gateways-in-public-subnets", {
  fails: {
    "one is in a private subnet": {
      at: "aws_nat_gateway.network_b",
      edit: (json) => json.set("aws_nat_gateway.network_b", "subnet_id", "${aws_subnet.network_private_b.id}"),
    },
    "the way out is a private one": {
      at: "aws_nat_gateway.network_b",
      edit: (json) => json.set("aws_nat_gateway.network_b", "connectivity_type", "private"),
    },
    "the public route is gone": {
      at: "aws_nat_gateway.network_b",
      edit: (json) => json.set("aws_route_table.network_public", "route", []),
    },
    "the internet gateway is gone": {
      at: "aws_nat_gateway.network_b",
      edit: (json) => json.remove("aws_internet_gateway.network"),
    },
  },
  undecided: {
    "the route leads through a firewall": {
      at: "aws_nat_gateway.network_b",
      edit: (json) =>
        json.set("aws_route_table.network_public", "route", [
          { cidr_block: "0.0.0.0/0", vpc_endpoint_id: "vpce-00000000" },
        ]),
    },
  },
  passes: {
    "it is for private networks only": (json) => {
      json.set("aws_nat_gateway.network_b", "subnet_id", "${aws_subnet.network_private_b.id}");
      json.set("aws_nat_gateway.network_b", "connectivity_type", "private");
      json.set("aws_route_table.network_private_b", "route.0.cidr_block", "10.0.0.0/8");
    },
  },
});
