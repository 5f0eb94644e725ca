import { testRule } from "../../../support/rule-test";

const ROLE = "aws_iam_role.instance";

testRule("identity/session-manager-works", {
  fails: {
    "the instance isn't known to it": {
      at: ROLE,
      edit: (json) => json.unset("aws_iam_role_policy.instance", "policy.Statement.3"),
    },
    "no session opens": {
      at: ROLE,
      edit: (json) => json.unset("aws_iam_role_policy.instance", "policy.Statement.4.Action.0"),
    },
  },
});
