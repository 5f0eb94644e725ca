import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("capacity/health-by-ec2", {
  fails: {
    "it is ELB": { at: GROUP, edit: (json) => json.set(GROUP, "health_check_type", "ELB") },
  },
  passes: {
    "it isn't set, so that it is EC2": (json) => json.unset(GROUP, "health_check_type"),
  },
});
