import { testRule } from "../../../support/rule-test";
import { setAgent } from "../../../support/user-data";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/task-imds-blocked", {
  fails: {
    "it is false": { at: TEMPLATE, edit: (json) => setAgent(json, TEMPLATE, "ECS_AWSVPC_BLOCK_IMDS", "false") },
    "it isn't set": { at: TEMPLATE, edit: (json) => setAgent(json, TEMPLATE, "ECS_AWSVPC_BLOCK_IMDS") },
    "there is no user data": { at: TEMPLATE, edit: (json) => json.unset(TEMPLATE, "user_data") },
  },
  undecided: {
    "the user data is known only at apply": {
      at: TEMPLATE,
      edit: (json) => json.set(TEMPLATE, "user_data", "${var.from_outside}"),
    },
  },
});
