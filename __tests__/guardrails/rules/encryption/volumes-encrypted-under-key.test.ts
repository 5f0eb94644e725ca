import { testRule } from "../../../support/rule-test";

testRule("encryption/volumes-encrypted-under-key", {
  fails: {
    "an instance has it so": {
      at: "aws_instance.own",
      edit: (json) =>
        json.add("aws_instance.own", { root_block_device: { encrypted: false } }, "aws_launch_template.capacity"),
    },
    "a launch configuration says nothing of it": {
      at: "aws_launch_configuration.own",
      edit: (json) => json.add("aws_launch_configuration.own", {}, "aws_launch_template.capacity"),
    },
    "a volume of its own isn't": {
      at: "aws_ebs_volume.own",
      edit: (json) => json.add("aws_ebs_volume.own", { size: 8 }, "aws_launch_template.capacity"),
    },
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
