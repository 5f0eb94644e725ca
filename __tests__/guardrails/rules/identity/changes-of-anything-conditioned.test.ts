import { testRule } from "../../../support/rule-test";

const KEYS = "aws_iam_policy.terraform_write_4";
const CERTIFICATES = "aws_iam_policy.terraform_write_1";

testRule("identity/changes-of-anything-conditioned", {
  fails: {
    "keys of anybody may be made": { at: KEYS, edit: (json) => json.unset(KEYS, "policy.Statement.13.Condition") },
    "a certificate without names or marks may be requested": {
      at: CERTIFICATES,
      edit: (json) => json.unset(CERTIFICATES, "policy.Statement.2.Condition.StringEquals"),
    },
  },
});
