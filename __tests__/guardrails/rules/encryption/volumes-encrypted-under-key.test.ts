import { testRule } from "../../../support/rule-test";

testRule("encryption/volumes-encrypted-under-key", {
  fails: {
    "encryption is off": {
      at: "aws_launch_template.capacity",
      edit: (json) => json.set("aws_launch_template.capacity", "block_device_mappings.0.ebs.encrypted", "false"),
    },
    "encryption isn't set": {
      at: "aws_launch_template.capacity",
      edit: (json) => json.unset("aws_launch_template.capacity", "block_device_mappings.0.ebs.encrypted"),
    },
    "the key is gone": {
      at: "aws_launch_template.capacity",
      edit: (json) => json.unset("aws_launch_template.capacity", "block_device_mappings.0.ebs.kms_key_id"),
    },
    "it is AWS's key": {
      at: "aws_launch_template.capacity",
      edit: (json) =>
        json.set("aws_launch_template.capacity", "block_device_mappings.0.ebs.kms_key_id", "alias/aws/ebs"),
    },
    "it isn't the root volume": {
      at: "aws_launch_template.capacity",
      edit: (json) => json.set("aws_launch_template.capacity", "block_device_mappings.0.device_name", "/dev/sdf"),
    },
    "no volume is named": {
      at: "aws_launch_template.capacity",
      edit: (json) => json.unset("aws_launch_template.capacity", "block_device_mappings"),
    },
  },
  undecided: {
    "a variable says the volumes": {
      at: "aws_launch_template.capacity",
      edit: (json) => json.set("aws_launch_template.capacity", "block_device_mappings", "${var.volumes}"),
    },
  },
});
