import { testRule } from "../../../support/rule-test";

testRule("load-balancing/deletion-protection", {
  fails: {
    "it is off": {
      at: "aws_lb.ingress",
      edit: (json) => json.set("aws_lb.ingress", "enable_deletion_protection", false),
    },
    "nothing is said": {
      at: "aws_lb.ingress",
      edit: (json) => json.unset("aws_lb.ingress", "enable_deletion_protection"),
    },
  },
});
