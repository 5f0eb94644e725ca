import { testRule } from "../../../support/rule-test";

const KEY = "aws_kms_key.key";

testRule("encryption/key-policy-names-actions", {
  fails: {
    "the account may do everything": { at: KEY, edit: (json) => json.set(KEY, "policy.Statement.0.Action", "kms:*") },
    "a family of actions is allowed": {
      at: KEY,
      edit: (json) => json.set(KEY, "policy.Statement.0.Action.0", "kms:Cancel*"),
    },
  },
});
