import { testRule } from "../../../support/rule-test";

testRule("capacity/no-instance-weights", {
  fails: {
    "a type has a weight": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) =>
        json.set(
          "aws_autoscaling_group.capacity",
          "mixed_instances_policy.launch_template.override.0.weighted_capacity",
          "2",
        ),
    },
  },
});
