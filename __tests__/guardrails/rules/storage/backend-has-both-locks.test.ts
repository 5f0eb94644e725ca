import { s3Backend } from "../../../support/backend";
import { testRule } from "../../../support/rule-test";

testRule("storage/backend-has-both-locks", {
  absent: true,
  fails: {
    "the lock file is gone": { at: "terraform.backend.s3", edit: (json) => s3Backend(json, { use_lockfile: null }) },
    "the lock file is off": { at: "terraform.backend.s3", edit: (json) => s3Backend(json, { use_lockfile: false }) },
    "the table is gone": { at: "terraform.backend.s3", edit: (json) => s3Backend(json, { dynamodb_table: null }) },
  },
  passes: { "both are there": (json) => s3Backend(json, {}) },
});
