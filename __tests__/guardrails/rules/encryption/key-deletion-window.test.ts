import { testRule } from "../../../support/rule-test";

testRule("encryption/key-deletion-window", {
  fails: {
    "it is a week": {
      at: "aws_kms_key.key",
      edit: (json) => json.set("aws_kms_key.key", "deletion_window_in_days", 7),
    },
  },
  passes: {
    "nothing is said": (json) => json.unset("aws_kms_key.key", "deletion_window_in_days"),
  },
});
