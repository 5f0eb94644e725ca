import { testRule } from "../../../support/rule-test";

testRule("network/gateways-in-order", {
  fails: {
    "the gateway waits for nothing": {
      at: "aws_nat_gateway.network_a",
      edit: (json) => {
        json.unset("aws_nat_gateway.network_a", "depends_on");
        json.unset("aws_eip.network_a", "depends_on");
      },
    },
    "its address waits for nothing": {
      at: "aws_eip.network_a",
      edit: (json) => json.unset("aws_eip.network_a", "depends_on"),
    },
  },
});
