import { testRule } from "../../../support/rule-test";
import { setAgent } from "../../../support/user-data";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/image-pull-behaviour", {
  fails: {
    "it is always": { at: TEMPLATE, edit: (json) => setAgent(json, TEMPLATE, "ECS_IMAGE_PULL_BEHAVIOR", "always") },
    "it is default": { at: TEMPLATE, edit: (json) => setAgent(json, TEMPLATE, "ECS_IMAGE_PULL_BEHAVIOR", "default") },
    "it isn't set": { at: TEMPLATE, edit: (json) => setAgent(json, TEMPLATE, "ECS_IMAGE_PULL_BEHAVIOR") },
    "there is no user data": { at: TEMPLATE, edit: (json) => json.unset(TEMPLATE, "user_data") },
  },
  undecided: {
    "the user data is known only at apply": {
      at: TEMPLATE,
      edit: (json) => json.set(TEMPLATE, "user_data", "${var.from_outside}"),
    },
  },
  passes: {
    "it is prefer-cached": (json) => setAgent(json, TEMPLATE, "ECS_IMAGE_PULL_BEHAVIOR", "prefer-cached"),
  },
});
