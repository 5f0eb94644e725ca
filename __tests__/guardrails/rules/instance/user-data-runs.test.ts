import { testRule } from "../../../support/rule-test";
import { editUserData } from "../../../support/user-data";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/user-data-runs", {
  fails: {
    "it is no script": {
      at: TEMPLATE,
      edit: (json) => editUserData(json, TEMPLATE, (script) => script.replace("#!/bin/bash\n", "")),
    },
    "it is written to another file": {
      at: TEMPLATE,
      edit: (json) => editUserData(json, TEMPLATE, (script) => script.replace("/etc/ecs/ecs.config", "/tmp/config")),
    },
    "it is written nowhere": {
      at: TEMPLATE,
      edit: (json) => editUserData(json, TEMPLATE, (script) => script.replace(/^cat .*\n/m, "")),
    },
  },
});
