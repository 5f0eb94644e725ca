import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("capacity/launch-template-used", {
  fails: {
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
