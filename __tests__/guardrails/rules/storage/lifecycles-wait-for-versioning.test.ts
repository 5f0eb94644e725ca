import { testRule } from "../../../support/rule-test";

const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration.state";

testRule("storage/lifecycles-wait-for-versioning", {
  fails: {
    "one waits for nothing": { at: LIFECYCLE, edit: (json) => json.unset(LIFECYCLE, "depends_on") },
  },
});
