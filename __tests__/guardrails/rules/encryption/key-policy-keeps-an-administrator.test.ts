import { testRule } from "../../../support/rule-test";

testRule("encryption/key-policy-keeps-an-administrator", {
  fails: {
    "the statement is gone": {
      at: "aws_kms_key.key",
      edit: (json) => json.unset("aws_kms_key.key", "policy.Statement.0"),
    },
    "it is for looking only": {
      at: "aws_kms_key.key",
      edit: (json) => json.set("aws_kms_key.key", "policy.Statement.0.Action", "kms:Describe*"),
    },
  },
  passes: {
    "AWS's policy is taken": (json) => json.unset("aws_kms_key.key", "policy"),
  },
});
