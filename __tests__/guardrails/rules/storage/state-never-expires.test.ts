import { testRule } from "../../../support/rule-test";

const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration.state";

testRule("storage/state-never-expires", {
  fails: {
    "it expires after a year": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.set(LIFECYCLE, "rule.0.expiration", [{ days: 365 }]),
    },
    "it expires on a day": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.set(LIFECYCLE, "rule.0.expiration", [{ date: "2030-01-01T00:00:00Z" }]),
    },
  },
  passes: {
    "only what marks a deletion expires": (json) =>
      json.set(LIFECYCLE, "rule.0.expiration", [{ expired_object_delete_marker: true }]),
    "the rule is off": (json) => {
      json.set(LIFECYCLE, "rule.0.expiration", [{ days: 365 }]);
      json.set(LIFECYCLE, "rule.0.status", "Disabled");
    },
  },
});
