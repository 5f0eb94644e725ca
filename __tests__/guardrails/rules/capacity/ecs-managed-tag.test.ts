import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("capacity/ecs-managed-tag", {
  fails: {
    "the group isn't tagged": { at: GROUP, edit: (json) => json.unset(GROUP, "tag") },
    "the tag has another name": { at: GROUP, edit: (json) => json.set(GROUP, "tag.*.key", "Name") },
    "the tag stays on the group": { at: GROUP, edit: (json) => json.set(GROUP, "tag.*.propagate_at_launch", false) },
  },
  undecided: {
    "the tags' names are known only at apply": {
      at: GROUP,
      edit: (json) => json.set(GROUP, "tag.*.key", "${var.from_outside}"),
    },
  },
});
