import { testRule } from "../../../support/rule-test";

testRule("load-balancing/target-group-health-check", {
  fails: {
    "the block is gone": {
      at: "aws_lb_target_group.web",
      edit: (json) => json.unset("aws_lb_target_group.web", "health_check"),
    },
    "it is off": {
      at: "aws_lb_target_group.web",
      edit: (json) => json.set("aws_lb_target_group.web", "health_check.enabled", false),
    },
    "it asks for no path": {
      at: "aws_lb_target_group.web",
      edit: (json) => json.unset("aws_lb_target_group.web", "health_check.path"),
    },
    "a connection is good enough": {
      at: "aws_lb_target_group.web",
      edit: (json) => json.set("aws_lb_target_group.web", "health_check.protocol", "TCP"),
    },
    "a target that fails stays for minutes": {
      at: "aws_lb_target_group.web",
      edit: (json) => {
        json.set("aws_lb_target_group.web", "health_check.interval", 60);
        json.set("aws_lb_target_group.web", "health_check.unhealthy_threshold", 3);
      },
    },
    "an error is good enough": {
      at: "aws_lb_target_group.web",
      edit: (json) => json.set("aws_lb_target_group.web", "health_check.matcher", "200-499"),
    },
  },
  undecided: {
    "a variable says the path": {
      at: "aws_lb_target_group.web",
      edit: (json) => json.set("aws_lb_target_group.web", "health_check.path", "${var.path}"),
    },
  },
  passes: {
    "AWS's matcher is taken": (json) => json.unset("aws_lb_target_group.web", "health_check.matcher"),
    "some codes are good": (json) => json.set("aws_lb_target_group.web", "health_check.matcher", "200,204"),
  },
});
