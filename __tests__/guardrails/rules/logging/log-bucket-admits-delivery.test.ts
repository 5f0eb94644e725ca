import { testRule } from "../../../support/rule-test";

testRule("logging/log-bucket-admits-delivery", {
  fails: {
    "the load balancer's logs are no longer let in": {
      at: "aws_s3_bucket.access_logs",
      edit: (json) => json.unset("aws_s3_bucket_policy.access_logs", "policy.Statement.1"),
    },
    "S3's logs are no longer let in": {
      at: "aws_s3_bucket.state_access_logs",
      edit: (json) => json.unset("aws_s3_bucket_policy.state_access_logs", "policy.Statement.1"),
    },
    "somebody else is": {
      at: "aws_s3_bucket.state_access_logs",
      edit: (json) =>
        json.set(
          "aws_s3_bucket_policy.state_access_logs",
          "policy.Statement.1.Principal.Service",
          "config.amazonaws.com",
        ),
    },
    "another bucket is meant": {
      at: "aws_s3_bucket.access_logs",
      edit: (json) =>
        json.set("aws_s3_bucket_policy.access_logs", "policy.Statement.1.Resource", "arn:aws:s3:::elsewhere/*"),
    },
    "it may be read only": {
      at: "aws_s3_bucket.state_access_logs",
      edit: (json) => json.set("aws_s3_bucket_policy.state_access_logs", "policy.Statement.1.Action", "s3:GetObject"),
    },
  },
  passes: {
    "an older ACL lets S3's logs in": (json) => {
      json.unset("aws_s3_bucket_policy.state_access_logs", "policy.Statement.1");
      json.add(
        "aws_s3_bucket_acl.state_access_logs",
        { bucket: "${aws_s3_bucket.state_access_logs.id}", acl: "log-delivery-write" },
        "aws_s3_bucket_policy.state_access_logs",
      );
    },
  },
});
