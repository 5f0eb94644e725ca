import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("capacity/desired-capacity-left-to-managed-scaling", {
  fails: {
    "only the fallback's share is ignored": {
      at: GROUP,
      edit: (json) => {
        const ignored = json.get(GROUP, "lifecycle.ignore_changes");
        const share = Array.isArray(ignored) ? ignored.filter((path) => path !== "desired_capacity") : [];
        json.set(GROUP, "lifecycle.ignore_changes", share);
      },
    },
    "nothing is ignored": { at: GROUP, edit: (json) => json.unset(GROUP, "lifecycle.ignore_changes") },
    "something else is ignored": {
      at: GROUP,
      edit: (json) => json.set(GROUP, "lifecycle.ignore_changes", ["max_size"]),
    },
    "there is no lifecycle": { at: GROUP, edit: (json) => json.unset(GROUP, "lifecycle") },
  },
  passes: {
    "everything is ignored": (json) => json.set(GROUP, "lifecycle.ignore_changes", "all"),
  },
});
