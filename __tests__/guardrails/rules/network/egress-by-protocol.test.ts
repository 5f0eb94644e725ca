import { testRule } from "../../../support/rule-test";

testRule("network/egress-by-protocol", {
  fails: {
    "every protocol may leave": {
      at: "aws_security_group.compute",
      edit: (json) => json.set("aws_security_group.compute", "egress.1.protocol", "-1"),
    },
  },
});
