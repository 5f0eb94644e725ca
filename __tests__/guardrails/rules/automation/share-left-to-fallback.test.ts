import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("automation/share-left-to-fallback", {
  fails: {
    "Terraform would set it back": {
      at: GROUP,
      edit: (json) => json.set(GROUP, "lifecycle.ignore_changes", ["desired_capacity"]),
    },
  },
  passes: {
    "the whole policy is ignored": (json) =>
      json.set(GROUP, "lifecycle.ignore_changes", ["desired_capacity", "mixed_instances_policy"]),
    "without a fallback it is Terraform's": (json) => {
      json.remove("aws_sfn_state_machine.spot_fallback");
      json.set(GROUP, "lifecycle.ignore_changes", ["desired_capacity"]);
    },
  },
});
