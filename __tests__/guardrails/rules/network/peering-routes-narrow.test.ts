import { testRule } from "../../../support/rule-test";

import type { TerraformJson } from "../../../support/terraform-json";

const route = (range: string) => (json: TerraformJson) =>
  json.add(
    "aws_route.peer",
    {
      route_table_id: "${aws_route_table.network_private_a.id}",
      destination_cidr_block: range,
      vpc_peering_connection_id: "pcx-1",
    },
    "aws_vpc.network",
  );

testRule("network/peering-routes-narrow", {
  absent: true,
  fails: {
    "a route for everything": { at: "aws_route.peer", edit: route("0.0.0.0/0") },
    "an inline one, of IPv6": {
      at: "aws_route_table.network_private_a",
      edit: (json) =>
        json.set("aws_route_table.network_private_a", "route.1", {
          ipv6_cidr_block: "::/0",
          vpc_peering_connection_id: "pcx-1",
        }),
    },
  },
  undecided: { "a variable says the range": { at: "aws_route.peer", edit: route("${var.range}") } },
  passes: { "the peer's own range": route("10.9.0.0/16") },
});
