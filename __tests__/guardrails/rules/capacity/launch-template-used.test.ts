import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("capacity/launch-template-used", {
  fails: {
    "a further group launches from a launch configuration": {
      at: "aws_autoscaling_group.further",
      edit: (json) => {
        json.copy(GROUP, "aws_autoscaling_group.further");
        json.unset("aws_autoscaling_group.further", "mixed_instances_policy");
        json.set("aws_autoscaling_group.further", "launch_configuration", "old");
      },
    },
    "it launches from a launch configuration": {
      at: GROUP,
      edit: (json) => {
        json.unset(GROUP, "mixed_instances_policy");
        json.set(GROUP, "launch_configuration", "old");
      },
    },
  },
  passes: {
    "it names a template by itself": (json) => {
      json.unset(GROUP, "mixed_instances_policy");
      json.set(GROUP, "launch_template", { id: "${aws_launch_template.capacity.id}" });
    },
  },
});
