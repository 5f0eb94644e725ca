import { testRule } from "../../../support/rule-test";

testRule("storage/bucket-policy-names-actions", {
  fails: {
    "whoever writes logs may put anything": {
      at: "aws_s3_bucket.access_logs",
      edit: (json) => json.set("aws_s3_bucket_policy.access_logs", "policy.Statement.1.Action", "s3:Put*"),
    },
    "a denial by a header is about every action": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.set("aws_s3_bucket_policy.state", "policy.Statement.4.Action", "s3:*"),
    },
  },
});
