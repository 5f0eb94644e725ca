import { testRule } from "../../../support/rule-test";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/volume-holds-the-image", {
  fails: {
    "it is smaller than the image": {
      at: TEMPLATE,
      edit: (json) => json.set(TEMPLATE, "block_device_mappings.0.ebs.volume_size", 29),
    },
  },
});
