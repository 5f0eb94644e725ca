import { testRule } from "../../../support/rule-test";

testRule("load-balancing/public-subnets", {
  fails: {
    "a subnet is private, and its routes are there first": {
      at: "aws_lb.ingress",
      edit: (json) => {
        json.set("aws_lb.ingress", "subnets.0", "${aws_subnet.network_private_a.id}");
        json.set("aws_lb.ingress", "depends_on.4", "aws_route_table_association.network_private_a");
      },
    },
    "a subnet is private": {
      at: "aws_lb.ingress",
      edit: (json) => json.set("aws_lb.ingress", "subnets.0", "${aws_subnet.network_private_a.id}"),
    },
    "the route is gone": {
      at: "aws_lb.ingress",
      edit: (json) => json.set("aws_route_table.network_public", "route", []),
    },
    "the route leads nowhere": {
      at: "aws_lb.ingress",
      edit: (json) => json.unset("aws_route_table.network_public", "route.0.gateway_id"),
    },
    "the gateway is gone": { at: "aws_lb.ingress", edit: (json) => json.remove("aws_internet_gateway.network") },
  },
  passes: {
    "it isn't public": (json) => {
      json.set("aws_lb.ingress", "internal", true);
      json.set("aws_lb.ingress", "subnets.0", "${aws_subnet.network_private_a.id}");
    },
  },
});
