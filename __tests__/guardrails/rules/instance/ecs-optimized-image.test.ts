import { testRule } from "../../../support/rule-test";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/ecs-optimized-image", {
  fails: {
    "it is fixed": { at: TEMPLATE, edit: (json) => json.set(TEMPLATE, "image_id", "ami-0123456789abcdef0") },
    "it is Amazon Linux 2": {
      at: TEMPLATE,
      edit: (json) =>
        json.set(
          TEMPLATE,
          "image_id",
          "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2/recommended/image_id",
        ),
    },
    "it isn't set": { at: TEMPLATE, edit: (json) => json.unset(TEMPLATE, "image_id") },
  },
  passes: {
    "it is the one for Arm": (json) =>
      json.set(
        TEMPLATE,
        "image_id",
        "resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id",
      ),
  },
});
