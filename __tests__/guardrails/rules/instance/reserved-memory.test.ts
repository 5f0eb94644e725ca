import { testRule } from "../../../support/rule-test";
import { setAgent } from "../../../support/user-data";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/reserved-memory", {
  fails: {
    "it is 0": { at: TEMPLATE, edit: (json) => setAgent(json, TEMPLATE, "ECS_RESERVED_MEMORY", "0") },
    "it is 64": { at: TEMPLATE, edit: (json) => setAgent(json, TEMPLATE, "ECS_RESERVED_MEMORY", "64") },
    "it isn't set": { at: TEMPLATE, edit: (json) => setAgent(json, TEMPLATE, "ECS_RESERVED_MEMORY") },
    "there is no user data": { at: TEMPLATE, edit: (json) => json.unset(TEMPLATE, "user_data") },
  },
  undecided: {
    "the user data is known only at apply": {
      at: TEMPLATE,
      edit: (json) => json.set(TEMPLATE, "user_data", "${var.from_outside}"),
    },
  },
});
