import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("capacity/group-metrics", {
  fails: {
    "one is missing": {
      at: GROUP,
      edit: (json) => json.set(GROUP, "enabled_metrics", ["GroupDesiredCapacity", "GroupInServiceInstances"]),
    },
    "there are none": { at: GROUP, edit: (json) => json.unset(GROUP, "enabled_metrics") },
  },
  undecided: {
    "they are known only at apply": {
      at: GROUP,
      edit: (json) => json.set(GROUP, "enabled_metrics", "${var.from_outside}"),
    },
  },
});
