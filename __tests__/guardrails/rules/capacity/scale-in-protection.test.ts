import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("capacity/scale-in-protection", {
  fails: {
    "it is false": { at: GROUP, edit: (json) => json.set(GROUP, "protect_from_scale_in", false) },
    "it isn't set": { at: GROUP, edit: (json) => json.unset(GROUP, "protect_from_scale_in") },
  },
  undecided: {
    "a variable without a default says it": {
      at: GROUP,
      edit: (json) => json.set(GROUP, "protect_from_scale_in", "${var.from_outside}"),
    },
  },
});
