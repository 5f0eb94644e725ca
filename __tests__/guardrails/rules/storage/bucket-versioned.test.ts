import { testRule } from "../../../support/rule-test";

testRule("storage/bucket-versioned", {
  fails: {
    "versioning is gone": { at: "aws_s3_bucket.state", edit: (json) => json.remove("aws_s3_bucket_versioning.state") },
    "it is suspended": {
      at: "aws_s3_bucket_versioning.state",
      edit: (json) => json.set("aws_s3_bucket_versioning.state", "versioning_configuration.status", "Suspended"),
    },
    "it is another bucket's": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.set("aws_s3_bucket_versioning.state", "bucket", "${aws_s3_bucket.state_access_logs.id}"),
    },
  },
  undecided: {
    "it is a bucket's that only a variable names": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.set("aws_s3_bucket_versioning.state", "bucket", "${var.bucket}"),
    },
  },
});
