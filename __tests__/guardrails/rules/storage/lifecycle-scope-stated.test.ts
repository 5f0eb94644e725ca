import { testRule } from "../../../support/rule-test";

const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration.access_logs";

testRule("storage/lifecycle-scope-stated", {
  fails: {
    "a rule says nothing": { at: LIFECYCLE, edit: (json) => json.unset(LIFECYCLE, "rule.0.filter") },
    "its filter is empty": { at: LIFECYCLE, edit: (json) => json.unset(LIFECYCLE, "rule.1.filter.prefix") },
  },
  passes: {
    "it is about some objects": (json) => json.set(LIFECYCLE, "rule.1.filter.prefix", "tmp/"),
  },
});
