import { testRule } from "../../../support/rule-test";

const ROLE = "aws_iam_role.terraform_apply";
const POLICY = "aws_iam_role_policy.terraform_apply";

testRule("identity/pipelines-fenced", {
  fails: {
    "versions of the state may be deleted": { at: ROLE, edit: (json) => json.unset(POLICY, "policy.Statement.8") },
    "only another role is kept": {
      at: ROLE,
      edit: (json) => json.set(POLICY, "policy.Statement.14.Resource", "arn:aws:iam::000000000000:role/another"),
    },
    "its own policies may be changed": { at: ROLE, edit: (json) => json.unset(POLICY, "policy.Statement.13.Action.1") },
  },
});
