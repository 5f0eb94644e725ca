import { testRule } from "../../../support/rule-test";

testRule("load-balancing/deregistration-delay", {
  fails: {
    "nothing is said": {
      at: "aws_lb_target_group.web",
      edit: (json) => json.unset("aws_lb_target_group.web", "deregistration_delay"),
    },
    "requests are cut off": {
      at: "aws_lb_target_group.web",
      edit: (json) => json.set("aws_lb_target_group.web", "deregistration_delay", "0"),
    },
    "it is AWS's": {
      at: "aws_lb_target_group.web",
      edit: (json) => json.set("aws_lb_target_group.web", "deregistration_delay", "300"),
    },
  },
});
