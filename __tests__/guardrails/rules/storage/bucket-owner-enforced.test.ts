import { testRule } from "../../../support/rule-test";

testRule("storage/bucket-owner-enforced", {
  fails: {
    "the controls are gone": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.remove("aws_s3_bucket_ownership_controls.state"),
    },
    "ACLs count": {
      at: "aws_s3_bucket_ownership_controls.state",
      edit: (json) =>
        json.set("aws_s3_bucket_ownership_controls.state", "rule.object_ownership", "BucketOwnerPreferred"),
    },
  },
});
