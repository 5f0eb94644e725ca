import { testRule } from "../../../support/rule-test";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/launched-things-tagged", {
  fails: {
    "nothing is tagged": { at: TEMPLATE, edit: (json) => json.unset(TEMPLATE, "tag_specifications") },
    "instances lack a default tag": {
      at: TEMPLATE,
      edit: (json) => json.unset(TEMPLATE, "tag_specifications.0.tags.Environment"),
    },
    "volumes aren't": { at: TEMPLATE, edit: (json) => json.unset(TEMPLATE, "tag_specifications.1") },
  },
});
