import { testRule } from "../../../support/rule-test";

testRule("load-balancing/deregistration-delay", {
  fails: {
    "it is AWS's, without Spot": {
      at: "aws_lb_target_group.web",
      edit: (json) => {
        json.set(
          "aws_autoscaling_group.capacity",
          "mixed_instances_policy.instances_distribution.on_demand_percentage_above_base_capacity",
          100,
        );
        json.set("aws_lb_target_group.web", "deregistration_delay", "300");
      },
    },
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
