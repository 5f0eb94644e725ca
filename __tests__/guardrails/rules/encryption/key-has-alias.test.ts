import { testRule } from "../../../support/rule-test";

testRule("encryption/key-has-alias", {
  fails: {
    "the alias is gone": { at: "aws_kms_key.key", edit: (json) => json.remove("aws_kms_alias.key") },
  },
});
