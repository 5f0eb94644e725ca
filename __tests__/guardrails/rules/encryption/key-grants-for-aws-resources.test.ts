import { testRule } from "../../../support/rule-test";

testRule("encryption/key-grants-for-aws-resources", {
  fails: {
    "the condition is gone": {
      at: "aws_kms_key.key",
      edit: (json) => json.unset("aws_kms_key.key", "policy.Statement.3.Condition"),
    },
    "the condition is turned around": {
      at: "aws_kms_key.key",
      edit: (json) =>
        json.set("aws_kms_key.key", "policy.Statement.3.Condition.Bool.kms:GrantIsForAWSResource", "false"),
    },
    "the state's key hands out any grant": {
      at: "aws_kms_key.state",
      edit: (json) => json.unset("aws_kms_key.state", "policy.Statement.2.Condition.Bool"),
    },
  },
});
