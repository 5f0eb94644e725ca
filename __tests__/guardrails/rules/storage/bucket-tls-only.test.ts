import { testRule } from "../../../support/rule-test";

testRule("storage/bucket-tls-only", {
  fails: {
    "the policy is gone": { at: "aws_s3_bucket.state", edit: (json) => json.remove("aws_s3_bucket_policy.state") },
    "the statement is gone": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.unset("aws_s3_bucket_policy.state", "policy.Statement.0"),
    },
    "it allows": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.set("aws_s3_bucket_policy.state", "policy.Statement.0.Effect", "Allow"),
    },
    "it is for one role": {
      at: "aws_s3_bucket.state",
      edit: (json) =>
        json.set("aws_s3_bucket_policy.state", "policy.Statement.0.Principal", {
          AWS: "arn:aws:iam::000000000000:role/a",
        }),
    },
    "it is for reading only": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.set("aws_s3_bucket_policy.state", "policy.Statement.0.Action", "s3:GetObject"),
    },
    "it leaves the objects out": {
      at: "aws_s3_bucket.state",
      edit: (json) =>
        json.set("aws_s3_bucket_policy.state", "policy.Statement.0.Resource", "${aws_s3_bucket.state.arn}"),
    },
    "it leaves the bucket out": {
      at: "aws_s3_bucket.state",
      edit: (json) =>
        json.set("aws_s3_bucket_policy.state", "policy.Statement.0.Resource", "${aws_s3_bucket.state.arn}/*"),
    },
    "it is about another bucket": {
      at: "aws_s3_bucket.state",
      edit: (json) =>
        json.set("aws_s3_bucket_policy.state", "policy.Statement.0.Resource", [
          "${aws_s3_bucket.state_access_logs.arn}",
          "${aws_s3_bucket.state_access_logs.arn}/*",
        ]),
    },
    "it is about TLS": {
      at: "aws_s3_bucket.state",
      edit: (json) =>
        json.set("aws_s3_bucket_policy.state", "policy.Statement.0.Condition.Bool.aws:SecureTransport", "true"),
    },
    "a further condition narrows it": {
      at: "aws_s3_bucket.state",
      edit: (json) =>
        json.set("aws_s3_bucket_policy.state", "policy.Statement.0.Condition.StringEquals", {
          "aws:SourceVpc": "vpc-00000000",
        }),
    },
    "the policy is no policy": {
      at: "aws_s3_bucket_policy.state",
      edit: (json) => json.set("aws_s3_bucket_policy.state", "policy", "not a policy"),
    },
  },
  undecided: {
    "a variable says for whom it is": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.set("aws_s3_bucket_policy.state", "policy.Statement.0.Principal.AWS", "${var.who}"),
    },
    "a variable says whose policy it is": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.set("aws_s3_bucket_policy.state", "bucket", "${var.bucket}"),
    },
    "the policy comes from a data source": {
      at: "aws_s3_bucket_policy.state",
      edit: (json) => json.set("aws_s3_bucket_policy.state", "policy", "${data.aws_iam_policy_document.state.json}"),
    },
  },
  passes: {
    "the bucket is named by its ARN": (json) => {
      json.set("aws_s3_bucket.state", "bucket", "a-state");
      json.set("aws_s3_bucket_policy.state", "policy.Statement.0.Resource", [
        "arn:aws:s3:::a-state",
        "arn:aws:s3:::a-state/*",
      ]);
    },
    "it is about every resource": (json) => json.set("aws_s3_bucket_policy.state", "policy.Statement.0.Resource", "*"),
  },
});
