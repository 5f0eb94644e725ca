import { testRule } from "../../../support/rule-test";

testRule("network/egress-ranges-narrow", {
  fails: {
    "two networks are reached": {
      at: "aws_security_group.compute",
      edit: (json) => json.set("aws_security_group.compute", "egress.1.cidr_blocks", ["10.30.0.0/15"]),
    },
  },
});
