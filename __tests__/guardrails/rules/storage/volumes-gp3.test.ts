import { testRule } from "../../../support/rule-test";

testRule("storage/volumes-gp3", {
  fails: {
    "they are gp2": {
      at: "aws_launch_template.capacity",
      edit: (json) => json.set("aws_launch_template.capacity", "block_device_mappings.0.ebs.volume_type", "gp2"),
    },
    "nothing is said": {
      at: "aws_launch_template.capacity",
      edit: (json) => json.unset("aws_launch_template.capacity", "block_device_mappings.0.ebs.volume_type"),
    },
  },
});
