import { testRule } from "../../../support/rule-test";

const GROUP = "aws_autoscaling_group.capacity";

testRule("capacity/one-warmup", {
  fails: {
    "the group waits shorter": { at: GROUP, edit: (json) => json.set(GROUP, "default_instance_warmup", 119) },
    "managed scaling waits longer": {
      at: GROUP,
      edit: (json) =>
        json.set(
          "aws_ecs_capacity_provider.capacity",
          "auto_scaling_group_provider.managed_scaling.instance_warmup_period",
          300,
        ),
    },
    "its health is looked at later": { at: GROUP, edit: (json) => json.unset(GROUP, "health_check_grace_period") },
  },
  undecided: {
    "a variable says it": { at: GROUP, edit: (json) => json.set(GROUP, "default_instance_warmup", "${var.seconds}") },
  },
});
