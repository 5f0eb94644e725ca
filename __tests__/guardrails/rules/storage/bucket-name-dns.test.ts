import { testRule } from "../../../support/rule-test";

testRule("storage/bucket-name-dns", {
  fails: {
    "a dot": {
      at: "aws_s3_bucket.access_logs",
      edit: (json) => json.set("aws_s3_bucket.access_logs", "bucket", "logs.example.com"),
    },
    "a capital": {
      at: "aws_s3_bucket.access_logs",
      edit: (json) => json.set("aws_s3_bucket.access_logs", "bucket", "accessLogs"),
    },
  },
  undecided: {
    "a variable says it": {
      at: "aws_s3_bucket.access_logs",
      edit: (json) => json.set("aws_s3_bucket.access_logs", "bucket", "${var.bucket}"),
    },
  },
  passes: {
    "the provider makes one up": (json) => json.unset("aws_s3_bucket.access_logs", "bucket"),
  },
});
