import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";
const PATH = "mixed_instances_policy.launch_template.launch_template_specification.version";

testRule("capacity/newest-launch-template", {
  fails: {
    "the version is fixed": { at: GROUP, edit: (json) => json.set(GROUP, PATH, "1") },
    "it is the default one, which doesn't follow": {
      at: GROUP,
      edit: (json) => {
        json.unset(GROUP, PATH);
        json.set("aws_launch_template.capacity", "update_default_version", false);
      },
    },
  },
  passes: {
    "it is $Latest": (json) => json.set(GROUP, PATH, "$Latest"),
    "it is the default one, which follows": (json) => json.set(GROUP, PATH, "$Default"),
  },
});
