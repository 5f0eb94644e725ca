import { testRule } from "../../../support/rule-test";

testRule("network/security-group-replaced-before-destroyed", {
  fails: {
    "the lifecycle is gone": {
      at: "aws_security_group.compute",
      edit: (json) => json.unset("aws_security_group.compute", "lifecycle"),
    },
    "it is false": {
      at: "aws_security_group.compute",
      edit: (json) => json.set("aws_security_group.compute", "lifecycle.create_before_destroy", false),
    },
  },
});
