import { testRule } from "../../../support/rule-test";

const BUCKET = "aws_s3_bucket.state";
const POLICY = "aws_s3_bucket_policy.state";

testRule("storage/bucket-policy-names-its-bucket", {
  fails: {
    "a denial is about everything": {
      at: BUCKET,
      edit: (json) => json.set(POLICY, "policy.Statement.2.Resource", "*"),
    },
    "it is about another bucket": {
      at: BUCKET,
      edit: (json) => json.set(POLICY, "policy.Statement.4.Resource", "arn:aws:s3:::other/*"),
    },
  },
});
