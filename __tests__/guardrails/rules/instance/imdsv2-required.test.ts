import { testRule } from "../../../support/rule-test";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/imdsv2-required", {
  fails: {
    "it is optional": { at: TEMPLATE, edit: (json) => json.set(TEMPLATE, "metadata_options.http_tokens", "optional") },
    "it isn't set": { at: TEMPLATE, edit: (json) => json.unset(TEMPLATE, "metadata_options.http_tokens") },
  },
});
