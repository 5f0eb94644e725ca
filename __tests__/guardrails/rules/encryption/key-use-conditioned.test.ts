import { testRule } from "../../../support/rule-test";

testRule("encryption/key-use-conditioned", {
  fails: {
    "grants may be made, for whichever service": {
      at: "aws_kms_key.state",
      edit: (json) => json.unset("aws_kms_key.state", "policy.Statement.2.Condition.StringEquals.kms:ViaService"),
    },
    "CloudWatch Logs may use it for anything": {
      at: "aws_kms_key.key",
      edit: (json) => json.unset("aws_kms_key.key", "policy.Statement.1.Condition"),
    },
    "for any log group": {
      at: "aws_kms_key.key",
      edit: (json) =>
        json.set("aws_kms_key.key", "policy.Statement.1.Condition.ArnLike.kms:EncryptionContext:aws:logs:arn", "*"),
    },
    "the account may, by any way": {
      at: "aws_kms_key.state",
      edit: (json) => json.unset("aws_kms_key.state", "policy.Statement.1.Condition.StringEquals.kms:ViaService"),
    },
    "who administers it uses it": {
      at: "aws_kms_key.state",
      edit: (json) => json.set("aws_kms_key.state", "policy.Statement.0.Action", "kms:*"),
    },
    "a role may do everything": {
      at: "aws_kms_key.key",
      edit: (json) => json.set("aws_kms_key.key", "policy.Statement.2.Action", "kms:*"),
    },
  },
});
