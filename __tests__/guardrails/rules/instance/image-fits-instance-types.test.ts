import { testRule } from "../../../support/rule-test";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/image-fits-instance-types", {
  fails: {
    "the image is for Arm": {
      at: TEMPLATE,
      edit: (json) =>
        json.set(
          TEMPLATE,
          "image_id",
          "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id",
        ),
    },
    "a type is Graviton": {
      at: TEMPLATE,
      edit: (json) =>
        json.set(
          "aws_autoscaling_group.capacity",
          "mixed_instances_policy.launch_template.override.0.instance_type",
          "m6g.large",
        ),
    },
  },
  undecided: {
    "a variable says a type": {
      at: TEMPLATE,
      edit: (json) =>
        json.set(
          "aws_autoscaling_group.capacity",
          "mixed_instances_policy.launch_template.override.0.instance_type",
          "${var.type}",
        ),
    },
  },
  passes: {
    "the image's name doesn't say": (json) => json.set(TEMPLATE, "image_id", "ami-0123456789abcdef0"),
  },
});
