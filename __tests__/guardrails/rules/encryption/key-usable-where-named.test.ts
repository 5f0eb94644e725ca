import { testRule } from "../../../support/rule-test";

testRule("encryption/key-usable-where-named", {
  fails: {
    "nobody may read the state": {
      at: "aws_kms_key.state",
      edit: (json) => json.unset("aws_kms_key.state", "policy.Statement.1"),
    },
    "the table may have no grant": {
      at: "aws_kms_key.state",
      edit: (json) => json.unset("aws_kms_key.state", "policy.Statement.2"),
    },
    "nobody may type in ECS Exec": {
      at: "aws_kms_key.key",
      edit: (json) => json.unset("aws_kms_key.key", "policy.Statement.4"),
    },
    "it is denied": {
      at: "aws_kms_key.state",
      edit: (json) => json.set("aws_kms_key.state", "policy.Statement.1.Effect", "Deny"),
    },
  },
  undecided: {
    "the policy is known only at apply": {
      at: "aws_kms_key.state",
      edit: (json) => json.set("aws_kms_key.state", "policy", "${var.from_outside}"),
    },
  },
});
