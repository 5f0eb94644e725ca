import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";
const PATH = "instance_refresh.preferences.min_healthy_percentage";

testRule("capacity/instance-refresh-keeps-capacity", {
  fails: {
    "half of them may go": { at: GROUP, edit: (json) => json.set(GROUP, PATH, 50) },
    "it isn't set, so that it is 90": { at: GROUP, edit: (json) => json.unset(GROUP, PATH) },
  },
});
