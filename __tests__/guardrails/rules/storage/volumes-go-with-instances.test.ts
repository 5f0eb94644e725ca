import { testRule } from "../../../support/rule-test";

testRule("storage/volumes-go-with-instances", {
  fails: {
    "they stay": {
      at: "aws_launch_template.capacity",
      edit: (json) =>
        json.set("aws_launch_template.capacity", "block_device_mappings.0.ebs.delete_on_termination", "false"),
    },
  },
  passes: {
    "nothing is said": (json) =>
      json.unset("aws_launch_template.capacity", "block_device_mappings.0.ebs.delete_on_termination"),
  },
});
