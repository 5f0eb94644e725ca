import { testRule } from "../../../support/rule-test";

const GROUP = "aws_lb_target_group.web";

testRule("load-balancing/health-check-timing", {
  fails: {
    "a new target waits for five checks": {
      at: GROUP,
      edit: (json) => json.unset(GROUP, "health_check.healthy_threshold"),
    },
    "a failure is found late": { at: GROUP, edit: (json) => json.set(GROUP, "health_check.unhealthy_threshold", 4) },
    "a check may outlast the interval": { at: GROUP, edit: (json) => json.set(GROUP, "health_check.timeout", 10) },
  },
  undecided: {
    "a variable says it": { at: GROUP, edit: (json) => json.set(GROUP, "health_check.interval", "${var.seconds}") },
  },
});
