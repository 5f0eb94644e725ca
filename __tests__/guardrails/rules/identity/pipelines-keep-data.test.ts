import { testRule } from "../../../support/rule-test";

const ROLE = "aws_iam_role.terraform_apply";
const POLICY = "aws_iam_role_policy.terraform_apply";

testRule("identity/pipelines-keep-data", {
  fails: {
    "keys may be disabled": { at: ROLE, edit: (json) => json.unset(POLICY, "policy.Statement.17") },
    "keys may be scheduled for deletion": { at: ROLE, edit: (json) => json.unset(POLICY, "policy.Statement.21") },
    "zones may be deleted": { at: ROLE, edit: (json) => json.unset(POLICY, "policy.Statement.22") },
    "a bucket that it makes may be deleted": { at: ROLE, edit: (json) => json.unset(POLICY, "policy.Statement.23") },
  },
});
