import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";
const FIRST = "mixed_instances_policy.launch_template.override.0.instance_type";

testRule("capacity/instance-types-alike", {
  fails: {
    "one is larger": { at: GROUP, edit: (json) => json.set(GROUP, FIRST, "m6i.2xlarge") },
    "one has less memory": { at: GROUP, edit: (json) => json.set(GROUP, FIRST, "c6i.large") },
    "one is of another architecture": { at: GROUP, edit: (json) => json.set(GROUP, FIRST, "m6g.large") },
  },
  undecided: {
    "a variable says one": { at: GROUP, edit: (json) => json.set(GROUP, FIRST, "${var.type}.2xlarge") },
  },
  passes: {
    "one is burstable": (json) => json.set(GROUP, FIRST, "t3.large"),
  },
});
