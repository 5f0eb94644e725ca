import { testRule } from "../../../support/rule-test";

const ROLE = "aws_iam_role.web_task";

testRule("identity/boundary-on-every-role", {
  fails: {
    "one role has none": { at: ROLE, edit: (json) => json.unset(ROLE, "permissions_boundary") },
  },
});
