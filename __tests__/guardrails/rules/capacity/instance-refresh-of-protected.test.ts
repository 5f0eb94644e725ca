import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";
const PATH = "instance_refresh.preferences.scale_in_protected_instances";

testRule("capacity/instance-refresh-of-protected", {
  fails: {
    "it says nothing": { at: GROUP, edit: (json) => json.unset(GROUP, PATH) },
    "it skips them": { at: GROUP, edit: (json) => json.set(GROUP, PATH, "Ignore") },
  },
  passes: {
    "there is no refresh": (json) => json.unset(GROUP, "instance_refresh"),
  },
});
