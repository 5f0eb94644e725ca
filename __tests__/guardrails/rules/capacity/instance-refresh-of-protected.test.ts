import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("capacity/instance-refresh-of-protected", {
  fails: {
    "it says nothing": {
      at: GROUP,
      edit: (json) => json.unset(GROUP, "instance_refresh.preferences.scale_in_protected_instances"),
    },
  },
  passes: {
    "there is no refresh": (json) => json.unset(GROUP, "instance_refresh"),
  },
});
