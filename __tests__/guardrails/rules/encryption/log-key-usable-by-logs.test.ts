import { testRule } from "../../../support/rule-test";

testRule("encryption/log-key-usable-by-logs", {
  fails: {
    "the statement is gone": {
      at: "aws_kms_key.key",
      edit: (json) => json.unset("aws_kms_key.key", "policy.Statement.1"),
    },
    "one action is gone": {
      at: "aws_kms_key.key",
      edit: (json) => json.unset("aws_kms_key.key", "policy.Statement.1.Action.1"),
    },
    "another service may instead": {
      at: "aws_kms_key.key",
      edit: (json) => json.set("aws_kms_key.key", "policy.Statement.1.Principal.Service", "sns.amazonaws.com"),
    },
  },
  undecided: {
    "a variable says who may": {
      at: "aws_kms_key.key",
      edit: (json) => json.set("aws_kms_key.key", "policy.Statement.1.Principal.Service", "${var.service}"),
    },
    "the policy comes from a data source": {
      at: "aws_kms_key.key",
      edit: (json) => json.set("aws_kms_key.key", "policy", "${data.aws_iam_policy_document.key.json}"),
    },
  },
});
