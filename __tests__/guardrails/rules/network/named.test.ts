import { testRule } from "../../../support/rule-test";

testRule("network/named", {
  fails: {
    "a subnet has none": {
      at: "aws_subnet.network_public_a",
      edit: (json) => json.unset("aws_subnet.network_public_a", "tags.Name"),
    },
    "a gateway has no tags": {
      at: "aws_nat_gateway.network_a",
      edit: (json) => json.unset("aws_nat_gateway.network_a", "tags"),
    },
  },
});
