import { testRule } from "../../../support/rule-test";

testRule("network/no-automatic-public-addresses", {
  fails: {
    "a private subnet gives them out": {
      at: "aws_subnet.network_private_b",
      edit: (json) => json.set("aws_subnet.network_private_b", "map_public_ip_on_launch", true),
    },
    "a public subnet gives them out": {
      at: "aws_subnet.network_public_a",
      edit: (json) => json.set("aws_subnet.network_public_a", "map_public_ip_on_launch", true),
    },
  },
  passes: {
    "nothing is said": (json) => json.unset("aws_subnet.network_private_b", "map_public_ip_on_launch"),
  },
});
