import { testRule } from "../../../support/rule-test";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/imdsv2-required", {
  fails: {
    "an instance has it so": {
      at: "aws_instance.own",
      edit: (json) =>
        json.add("aws_instance.own", { metadata_options: { http_tokens: "optional" } }, "aws_launch_template.capacity"),
    },
    "a launch configuration says nothing of it": {
      at: "aws_launch_configuration.own",
      edit: (json) => json.add("aws_launch_configuration.own", {}, "aws_launch_template.capacity"),
    },
    "it is optional": { at: TEMPLATE, edit: (json) => json.set(TEMPLATE, "metadata_options.http_tokens", "optional") },
    "it isn't set": { at: TEMPLATE, edit: (json) => json.unset(TEMPLATE, "metadata_options.http_tokens") },
  },
});
