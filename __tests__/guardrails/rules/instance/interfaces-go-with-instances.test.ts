import { testRule } from "../../../support/rule-test";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/interfaces-go-with-instances", {
  fails: {
    "they stay": {
      at: TEMPLATE,
      edit: (json) => json.set(TEMPLATE, "network_interfaces.0.delete_on_termination", "false"),
    },
  },
});
