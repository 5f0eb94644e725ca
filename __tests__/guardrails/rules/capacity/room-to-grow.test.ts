import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("capacity/room-to-grow", {
  fails: {
    "the minimum is the maximum": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => json.set("aws_autoscaling_group.capacity", "min_size", 18),
    },
    "the maximum is the minimum": { at: GROUP, edit: (json) => json.set(GROUP, "max_size", 3) },
    "the maximum is the On-Demand base": {
      at: GROUP,
      edit: (json) => {
        json.set(GROUP, "max_size", 3);
        json.set(GROUP, "min_size", 1);
      },
    },
  },
  undecided: {
    "the maximum is known only at apply": {
      at: GROUP,
      edit: (json) => json.set(GROUP, "max_size", "${var.from_outside}"),
    },
  },
});
