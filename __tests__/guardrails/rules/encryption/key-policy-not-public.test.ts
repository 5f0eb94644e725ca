import { testRule } from "../../../support/rule-test";

testRule("encryption/key-policy-not-public", {
  fails: {
    "anybody may use it": {
      at: "aws_kms_key.key",
      edit: (json) => json.set("aws_kms_key.key", "policy.Statement.2.Principal", "*"),
    },
    "anybody of AWS may": {
      at: "aws_kms_key.key",
      edit: (json) => json.set("aws_kms_key.key", "policy.Statement.2.Principal", { AWS: "*" }),
    },
    "the condition says any account": {
      at: "aws_kms_key.key",
      edit: (json) => {
        json.set("aws_kms_key.key", "policy.Statement.2.Principal", "*");
        json.set("aws_kms_key.key", "policy.Statement.2.Condition", { StringLike: { "kms:CallerAccount": "*" } });
      },
    },
  },
  undecided: {
    "a variable says who may": {
      at: "aws_kms_key.key",
      edit: (json) => {
        json.set("aws_kms_key.key", "policy.Statement.2.Principal", "*");
        json.set("aws_kms_key.key", "policy.Statement.2.Action", "${var.actions}");
      },
    },
    "the policy comes from a data source": {
      at: "aws_kms_key.key",
      edit: (json) => json.set("aws_kms_key.key", "policy", "${data.aws_iam_policy_document.key.json}"),
    },
  },
  passes: {
    "anybody of the account may": (json) => {
      json.set("aws_kms_key.key", "policy.Statement.2.Principal", "*");
      json.set("aws_kms_key.key", "policy.Statement.2.Condition", {
        StringEquals: { "kms:CallerAccount": "000000000000" },
      });
    },
  },
});
