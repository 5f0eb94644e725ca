import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";
const PATH = "mixed_instances_policy.launch_template.override.*.instance_type";

testRule("spot/instance-type-diversity", {
  fails: {
    "three types are left": {
      at: GROUP,
      edit: (json) => {
        json.unset(GROUP, "mixed_instances_policy.launch_template.override.0");
        json.unset(GROUP, "mixed_instances_policy.launch_template.override.0");
      },
    },
    "one type is listed five times": { at: GROUP, edit: (json) => json.set(GROUP, PATH, "m5.large") },
  },
  undecided: {
    "the types are known only at apply": { at: GROUP, edit: (json) => json.set(GROUP, PATH, "${var.from_outside}") },
  },
  passes: {
    "requirements stand for the types": (json) =>
      json.set(GROUP, "mixed_instances_policy.launch_template.override", [
        { instance_requirements: { memory_mib: { min: 8192 }, vcpu_count: { min: 2 } } },
      ]),
  },
});
