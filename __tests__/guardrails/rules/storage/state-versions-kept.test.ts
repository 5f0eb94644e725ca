import { testRule } from "../../../support/rule-test";

const LIFECYCLE = "aws_s3_bucket_lifecycle_configuration.state";
const PATH = "rule.0.noncurrent_version_expiration";

testRule("storage/state-versions-kept", {
  fails: {
    "they are kept for a month": { at: LIFECYCLE, edit: (json) => json.set(LIFECYCLE, `${PATH}.noncurrent_days`, 30) },
    "few are kept": { at: LIFECYCLE, edit: (json) => json.set(LIFECYCLE, `${PATH}.newer_noncurrent_versions`, 50) },
    "none is kept for its number": {
      at: LIFECYCLE,
      edit: (json) => json.unset(LIFECYCLE, `${PATH}.newer_noncurrent_versions`),
    },
  },
});
