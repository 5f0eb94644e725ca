import { testRule } from "../../../support/rule-test";

const SUBNET = "aws_subnet.network_private_a";

testRule("network/subnets-apart", {
  fails: {
    "one overlaps the next": { at: SUBNET, edit: (json) => json.set(SUBNET, "cidr_block", "10.20.0.0/18") },
    "one is another's": {
      at: "aws_subnet.network_public_a",
      edit: (json) =>
        json.set(
          "aws_subnet.network_public_a",
          "cidr_block",
          json.get("aws_subnet.network_public_b", "cidr_block") ?? null,
        ),
    },
    "one is outside the VPC's": { at: SUBNET, edit: (json) => json.set(SUBNET, "cidr_block", "10.21.0.0/19") },
    "one is the internet": { at: SUBNET, edit: (json) => json.set(SUBNET, "cidr_block", "0.0.0.0/0") },
    "one has none": { at: SUBNET, edit: (json) => json.unset(SUBNET, "cidr_block") },
  },
  undecided: {
    "a variable says the range": { at: SUBNET, edit: (json) => json.set(SUBNET, "cidr_block", "${var.range}") },
  },
});
