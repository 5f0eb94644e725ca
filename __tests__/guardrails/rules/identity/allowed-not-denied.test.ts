import { testRule } from "../../../support/rule-test";

const ROLE = "aws_iam_role.terraform_apply";
const POLICY = "aws_iam_role_policy.terraform_apply";

testRule("identity/allowed-not-denied", {
  fails: {
    "what is denied for its own roles is denied for all": {
      at: ROLE,
      edit: (json) => json.set(POLICY, "policy.Statement.14.Resource", "arn:aws:iam::000000000000:role/production-*"),
    },
    "what is denied for one bucket is denied for all": {
      at: ROLE,
      edit: (json) => json.set(POLICY, "policy.Statement.10.Resource", "*"),
    },
  },
  passes: {
    "a condition leaves some of it": (json) => {
      json.set(POLICY, "policy.Statement.10.Resource", "*");
      json.set(POLICY, "policy.Statement.10.Condition", { Bool: { "aws:ViaAWSService": "false" } });
    },
  },
});
