import { testRule } from "../../../support/rule-test";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/no-key-pair", {
  fails: {
    "there is one": { at: TEMPLATE, edit: (json) => json.set(TEMPLATE, "key_name", "admin") },
  },
  passes: {
    "its name is empty": (json) => json.set(TEMPLATE, "key_name", ""),
  },
});
