import { testRule } from "../../../support/rule-test";

const PROVIDER = "aws_ecs_capacity_provider.capacity";
const PATH = "auto_scaling_group_provider.auto_scaling_group_arn";

testRule("capacity/provider-names-group-by-arn", {
  fails: {
    "it names the group by name": {
      at: PROVIDER,
      edit: (json) => json.set(PROVIDER, PATH, "${aws_autoscaling_group.capacity.name}"),
    },
    "it names something else": {
      at: PROVIDER,
      edit: (json) => json.set(PROVIDER, PATH, "${aws_launch_template.capacity.arn}"),
    },
  },
  passes: {
    "the ARN is text": (json) =>
      json.set(
        PROVIDER,
        PATH,
        "arn:aws:autoscaling:us-east-1:000000000000:autoScalingGroup:0:autoScalingGroupName/other",
      ),
  },
});
