import { testRule } from "../../../support/rule-test";

const SUBNET = "aws_subnet.network_private_c";

testRule("network/subnets-alike", {
  fails: {
    "one is larger": { at: SUBNET, edit: (json) => json.set(SUBNET, "cidr_block", "10.20.64.0/18") },
    "one is smaller": { at: SUBNET, edit: (json) => json.set(SUBNET, "cidr_block", "10.20.64.0/24") },
  },
});
