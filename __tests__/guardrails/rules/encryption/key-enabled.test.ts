import { testRule } from "../../../support/rule-test";

testRule("encryption/key-enabled", {
  fails: {
    "a key is disabled": {
      at: "aws_kms_key.key",
      edit: (json) => json.set("aws_kms_key.key", "is_enabled", false),
    },
    "a replica is": {
      at: "aws_kms_replica_key.own",
      edit: (json) => json.add("aws_kms_replica_key.own", { enabled: false }, "aws_kms_key.key"),
    },
  },
  undecided: {
    "a variable says it": {
      at: "aws_kms_key.key",
      edit: (json) => json.set("aws_kms_key.key", "is_enabled", "${var.enabled}"),
    },
  },
});
