import { testRule } from "../../../support/rule-test";

testRule("load-balancing/target-group-replaced-before-destroyed", {
  fails: {
    "the lifecycle is gone": {
      at: "aws_lb_target_group.web",
      edit: (json) => json.unset("aws_lb_target_group.web", "lifecycle"),
    },
    "it is false": {
      at: "aws_lb_target_group.web",
      edit: (json) => json.set("aws_lb_target_group.web", "lifecycle.create_before_destroy", false),
    },
  },
});
