import { s3Backend } from "../../../support/backend";
import { testRule } from "../../../support/rule-test";

testRule("storage/backend-under-own-key", {
  absent: true,
  fails: {
    "the key is gone": { at: "terraform.backend.s3", edit: (json) => s3Backend(json, { kms_key_id: null }) },
    "it is AWS's key": { at: "terraform.backend.s3", edit: (json) => s3Backend(json, { kms_key_id: "alias/aws/s3" }) },
    "encryption is off": { at: "terraform.backend.s3", edit: (json) => s3Backend(json, { encrypt: false }) },
    "encryption isn't set": { at: "terraform.backend.s3", edit: (json) => s3Backend(json, { encrypt: null }) },
  },
  passes: { "the key is named": (json) => s3Backend(json, {}) },
});
