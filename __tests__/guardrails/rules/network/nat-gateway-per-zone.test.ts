import { testRule } from "../../../support/rule-test";

testRule("network/nat-gateway-per-zone", {
  fails: {
    "a subnet names no zone": {
      at: "aws_subnet.network_private_b",
      edit: (json) => json.unset("aws_subnet.network_private_b", "availability_zone"),
    },
    "a subnet leaves by another zone": {
      at: "aws_subnet.network_private_b",
      edit: (json) =>
        json.set("aws_route_table.network_private_b", "route.0.nat_gateway_id", "${aws_nat_gateway.network_a.id}"),
    },
    "a gateway is in another zone": {
      at: "aws_subnet.network_private_b",
      edit: (json) => json.set("aws_nat_gateway.network_b", "subnet_id", "${aws_subnet.network_public_a.id}"),
    },
    "there is one gateway": {
      at: "aws_subnet.network_private_b",
      edit: (json) => {
        json.remove("aws_nat_gateway.network_b");
        json.remove("aws_nat_gateway.network_c");
        json.set("aws_route_table.network_private_b", "route.0.nat_gateway_id", "${aws_nat_gateway.network_a.id}");
        json.set("aws_route_table.network_private_c", "route.0.nat_gateway_id", "${aws_nat_gateway.network_a.id}");
      },
    },
    "a gateway is gone": {
      at: "aws_subnet.network_private_b",
      edit: (json) => json.remove("aws_nat_gateway.network_b"),
    },
    "a route is gone": {
      at: "aws_subnet.network_private_b",
      edit: (json) => json.set("aws_route_table.network_private_b", "route", []),
    },
    "a route leads nowhere": {
      at: "aws_subnet.network_private_b",
      edit: (json) => json.unset("aws_route_table.network_private_b", "route.0.nat_gateway_id"),
    },
    "a subnet has no route table": {
      at: "aws_subnet.network_private_b",
      edit: (json) => json.remove("aws_route_table_association.network_private_b"),
    },
  },
  undecided: {
    "a route table is from elsewhere": {
      at: "aws_subnet.network_private_b",
      edit: (json) => json.set("aws_route_table_association.network_private_b", "route_table_id", "rtb-00000000"),
    },
    "a gateway is another stack's": {
      at: "aws_subnet.network_private_b",
      edit: (json) => json.set("aws_route_table.network_private_b", "route.0.nat_gateway_id", "nat-00000000"),
    },
  },
  waived: {
    "there is one gateway, and a tag says that it is a choice": {
      at: "aws_subnet.network_private_b",
      edit: (json) => {
        json.remove("aws_nat_gateway.network_b");
        json.remove("aws_nat_gateway.network_c");
        json.set("aws_route_table.network_private_b", "route.0.nat_gateway_id", "${aws_nat_gateway.network_a.id}");
        json.set("aws_route_table.network_private_c", "route.0.nat_gateway_id", "${aws_nat_gateway.network_a.id}");
        json.set("aws_nat_gateway.network_a", "tags.NatGateways", "single");
      },
    },
  },
  passes: {
    "a subnet for databases has no way out": (json) =>
      json.add(
        "aws_subnet.data",
        { vpc_id: "${aws_vpc.network.id}", availability_zone: "us-east-1a", cidr_block: "10.20.200.0/24" },
        "aws_vpc.network",
      ),
  },
});
