import { testRule } from "../../../support/rule-test";

const GROUP = "aws_lb_target_group.api";

testRule("load-balancing/target-port-in-use", {
  fails: {
    "nobody listens there": { at: GROUP, edit: (json) => json.set(GROUP, "port", 80) },
  },
  passes: {
    "instances have ports of their own": (json) => json.set("aws_lb_target_group.web", "port", 81),
  },
});
