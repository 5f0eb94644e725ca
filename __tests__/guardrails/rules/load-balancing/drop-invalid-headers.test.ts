import { testRule } from "../../../support/rule-test";

testRule("load-balancing/drop-invalid-headers", {
  fails: {
    "the attribute is false": {
      at: "aws_lb.ingress",
      edit: (json) => json.set("aws_lb.ingress", "drop_invalid_header_fields", false),
    },
    "the attribute is gone": {
      at: "aws_lb.ingress",
      edit: (json) => json.unset("aws_lb.ingress", "drop_invalid_header_fields"),
    },
  },
});
