import { testRule } from "../../../support/rule-test";

const GROUP = "aws_security_group.load_balancer";

testRule("network/load-balancer-egress-to-targets", {
  fails: {
    "it reaches more than a subnet": {
      at: GROUP,
      edit: (json) => json.set(GROUP, "egress.0.cidr_blocks.0", "10.20.0.0/18"),
    },
    "it reaches another network": {
      at: GROUP,
      edit: (json) => json.set(GROUP, "egress.0.cidr_blocks.3", "10.99.0.0/24"),
    },
  },
});
