import { testRule } from "../../../support/rule-test";

testRule("storage/state-bucket-denies-wrong-key", {
  fails: {
    "other keys aren't denied": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.unset("aws_s3_bucket_policy.state", "policy.Statement.3"),
    },
    "other encryption isn't denied": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.unset("aws_s3_bucket_policy.state", "policy.Statement.2"),
    },
    "keys of the caller's own aren't denied": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.unset("aws_s3_bucket_policy.state", "policy.Statement.4"),
    },
    "any key is right": {
      at: "aws_s3_bucket.state",
      edit: (json) =>
        json.set(
          "aws_s3_bucket_policy.state",
          "policy.Statement.3.Condition.StringNotEquals.s3:x-amz-server-side-encryption-aws-kms-key-id",
          "*",
        ),
    },
    "S3's own key is right": {
      at: "aws_s3_bucket.state",
      edit: (json) =>
        json.set(
          "aws_s3_bucket_policy.state",
          "policy.Statement.2.Condition.StringNotEquals.s3:x-amz-server-side-encryption",
          ["aws:kms", "AES256"],
        ),
    },
    "only uploads that ask for nothing are denied": {
      at: "aws_s3_bucket.state",
      edit: (json) =>
        json.set(
          "aws_s3_bucket_policy.state",
          "policy.Statement.3.Condition.Null.s3:x-amz-server-side-encryption",
          "true",
        ),
    },
    "the right key is denied": {
      at: "aws_s3_bucket.state",
      edit: (json) => {
        json.set("aws_s3_bucket_policy.state", "policy.Statement.3.Condition.StringEquals", {
          "s3:x-amz-server-side-encryption-aws-kms-key-id": "${aws_kms_key.state.arn}",
        });
        json.unset("aws_s3_bucket_policy.state", "policy.Statement.3.Condition.StringNotEquals");
      },
    },
    "the policy is gone": { at: "aws_s3_bucket.state", edit: (json) => json.remove("aws_s3_bucket_policy.state") },
  },
  passes: {
    "a key that isn't asked for is denied too": (json) =>
      json.unset("aws_s3_bucket_policy.state", "policy.Statement.3.Condition.Null"),
  },
});
