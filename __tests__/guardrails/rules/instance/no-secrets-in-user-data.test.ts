import { testRule } from "../../../support/rule-test";
import { editUserData } from "../../../support/user-data";

const TEMPLATE = "aws_launch_template.capacity";

testRule("instance/no-secrets-in-user-data", {
  fails: {
    "a password is exported": {
      at: TEMPLATE,
      edit: (json) => editUserData(json, TEMPLATE, (script) => `${script}\nexport DB_PASSWORD=hunter22\n`),
    },
    "there is an access key id": {
      at: TEMPLATE,
      edit: (json) =>
        editUserData(json, TEMPLATE, (script) => `${script}\naws configure set key AKIA${"A".repeat(16)}\n`),
    },
  },
  undecided: {
    "the user data is known only at apply": {
      at: TEMPLATE,
      edit: (json) => json.set(TEMPLATE, "user_data", "${var.from_outside}"),
    },
  },
  passes: {
    "a password is taken from a variable": (json) =>
      editUserData(json, TEMPLATE, (script) => `${script}\nexport DB_PASSWORD="$(fetch)"\n`),
  },
});
