import { testRule } from "../../../support/rule-test";

const PROVIDER = "aws_ecs_capacity_provider.capacity";
const GROUP = "aws_autoscaling_group.capacity";
const PATH = "auto_scaling_group_provider.auto_scaling_group_arn";

testRule("capacity/group-has-provider", {
  fails: {
    "the provider is gone": { at: GROUP, edit: (json) => json.remove(PROVIDER) },
    "the provider names another group": {
      at: GROUP,
      edit: (json) =>
        json.set(
          PROVIDER,
          PATH,
          "arn:aws:autoscaling:us-east-1:000000000000:autoScalingGroup:0:autoScalingGroupName/other",
        ),
    },
  },
  undecided: {
    "which group the provider names is known only at apply": {
      at: GROUP,
      edit: (json) => json.set(PROVIDER, PATH, "${var.from_outside}"),
    },
  },
});
