import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("capacity/group-tagged-as-others", {
  fails: {
    "a tag is gone": { at: GROUP, edit: (json) => json.unset(GROUP, "tag.3") },
    "a tag says something else": { at: GROUP, edit: (json) => json.set(GROUP, "tag.2.value", "staging") },
  },
  undecided: {
    "its tags are known only at apply": { at: GROUP, edit: (json) => json.set(GROUP, "tag", "${var.tags}") },
  },
});
