import { testRule } from "../../../support/rule-test";

testRule("encryption/key-rotation", {
  fails: {
    "it is off": { at: "aws_kms_key.key", edit: (json) => json.set("aws_kms_key.key", "enable_key_rotation", false) },
    "nothing is said": { at: "aws_kms_key.key", edit: (json) => json.unset("aws_kms_key.key", "enable_key_rotation") },
  },
  passes: {
    "the key signs: AWS can't rotate it": (json) => {
      json.set("aws_kms_key.key", "customer_master_key_spec", "RSA_2048");
      json.unset("aws_kms_key.key", "enable_key_rotation");
    },
  },
});
