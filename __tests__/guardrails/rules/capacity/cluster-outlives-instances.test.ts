import { testRule } from "../../../support/rule-test";

testRule("capacity/cluster-outlives-instances", {
  fails: {
    "the launch template depends on nothing": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => json.unset("aws_launch_template.capacity", "depends_on"),
    },
  },
});
