import { testRule } from "../../../support/rule-test";

testRule("network/no-nat-instances", {
  fails: {
    "the default route leads to an instance's interface": {
      at: "aws_route_table.network_private_a",
      edit: (json) => {
        json.unset("aws_route_table.network_private_a", "route.0.nat_gateway_id");
        json.set("aws_route_table.network_private_a", "route.0.network_interface_id", "eni-1");
      },
    },
    "as an older provider has it": {
      at: "aws_route.out",
      edit: (json) => {
        const route = { route_table_id: "rtb-1", destination_cidr_block: "0.0.0.0/0", instance_id: "i-1" };
        json.add("aws_route.out", route, "aws_vpc.network");
      },
    },
    "the address of IPv6 does": {
      at: "aws_route.out",
      edit: (json) => {
        const route = { route_table_id: "rtb-1", destination_ipv6_cidr_block: "::/0" };
        const target = { network_interface_id: "${aws_instance.nat.primary_network_interface_id}" };
        json.add("aws_route.out", { ...route, ...target }, "aws_vpc.network");
      },
    },
  },
  passes: {
    "a route to one host": (json) => {
      const route = { route_table_id: "rtb-1", destination_cidr_block: "10.9.0.1/32", network_interface_id: "eni-1" };
      json.add("aws_route.out", route, "aws_vpc.network");
    },
  },
});
