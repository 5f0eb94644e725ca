import { testRule } from "../../../support/rule-test";

const ROLE = "aws_iam_role.terraform_plan";
const POLICY = "aws_iam_role_policy.terraform_plan";

testRule("identity/state-users-whole", {
  fails: {
    "it can't lock": { at: ROLE, edit: (json) => json.unset(POLICY, "policy.Statement.2") },
    "it can't lock in the table": { at: ROLE, edit: (json) => json.unset(POLICY, "policy.Statement.3") },
    "it can't use the key": { at: ROLE, edit: (json) => json.unset(POLICY, "policy.Statement.5") },
    "it can't look for the state": { at: ROLE, edit: (json) => json.unset(POLICY, "policy.Statement.0") },
    "it can't read a state's checksum": { at: ROLE, edit: (json) => json.unset(POLICY, "policy.Statement.4") },
    "it makes resources, and can't write the state": {
      at: "aws_iam_role.terraform_apply",
      edit: (json) => json.unset("aws_iam_role_policy.terraform_apply", "policy.Statement.6"),
    },
  },
});
