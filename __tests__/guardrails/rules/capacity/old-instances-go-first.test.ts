import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("capacity/old-instances-go-first", {
  fails: {
    "the newest go first": { at: GROUP, edit: (json) => json.set(GROUP, "termination_policies.0", "NewestInstance") },
    "no policy is set": { at: GROUP, edit: (json) => json.unset(GROUP, "termination_policies") },
  },
});
