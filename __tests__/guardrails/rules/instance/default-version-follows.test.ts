import { testRule } from "../../../support/rule-test";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/default-version-follows", {
  fails: {
    "it stays where it is": { at: TEMPLATE, edit: (json) => json.set(TEMPLATE, "update_default_version", false) },
  },
});
