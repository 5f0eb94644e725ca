import { testRule } from "../../../support/rule-test";
import { setAgent } from "../../../support/user-data";

const TEMPLATE = "aws_launch_template.capacity";
const KEY = "ECS_AVAILABLE_LOGGING_DRIVERS";

testRule("instance/log-drivers-available", {
  fails: {
    "the agent's default is taken": { at: TEMPLATE, edit: (json) => setAgent(json, TEMPLATE, KEY) },
    "it is set to less": { at: TEMPLATE, edit: (json) => setAgent(json, TEMPLATE, KEY, '["json-file"]') },
    "there is no user data": { at: TEMPLATE, edit: (json) => json.unset(TEMPLATE, "user_data") },
  },
  undecided: {
    "it is known only at apply": {
      at: TEMPLATE,
      edit: (json) => json.set(TEMPLATE, "user_data", "${var.from_outside}"),
    },
  },
});
