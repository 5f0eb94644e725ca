import { testRule } from "../../../support/rule-test";

testRule("load-balancing/scheme-fits-subnets", {
  fails: {
    "it is internal, in public subnets": {
      at: "aws_lb.ingress",
      edit: (json) => json.set("aws_lb.ingress", "internal", true),
    },
  },
});
