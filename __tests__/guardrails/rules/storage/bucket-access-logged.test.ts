import { testRule } from "../../../support/rule-test";

testRule("storage/bucket-access-logged", {
  fails: {
    "logging is gone": { at: "aws_s3_bucket.state", edit: (json) => json.remove("aws_s3_bucket_logging.state") },
    "it logs to itself": {
      at: "aws_s3_bucket_logging.state",
      edit: (json) => json.set("aws_s3_bucket_logging.state", "target_bucket", "${aws_s3_bucket.state.id}"),
    },
  },
  passes: {
    "it logs to a bucket of another stack": (json) =>
      json.set("aws_s3_bucket_logging.state", "target_bucket", "logs-of-all"),
  },
});
