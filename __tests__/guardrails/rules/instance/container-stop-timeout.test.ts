import { testRule } from "../../../support/rule-test";
import { setAgent } from "../../../support/user-data";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/container-stop-timeout", {
  fails: {
    "it is 0s": { at: TEMPLATE, edit: (json) => setAgent(json, TEMPLATE, "ECS_CONTAINER_STOP_TIMEOUT", "0s") },
    "it isn't set": { at: TEMPLATE, edit: (json) => setAgent(json, TEMPLATE, "ECS_CONTAINER_STOP_TIMEOUT") },
    "there is no user data": { at: TEMPLATE, edit: (json) => json.unset(TEMPLATE, "user_data") },
  },
  undecided: {
    "the user data is known only at apply": {
      at: TEMPLATE,
      edit: (json) => json.set(TEMPLATE, "user_data", "${var.from_outside}"),
    },
  },
  passes: {
    "it is a minute": (json) => setAgent(json, TEMPLATE, "ECS_CONTAINER_STOP_TIMEOUT", "1m"),
  },
});
