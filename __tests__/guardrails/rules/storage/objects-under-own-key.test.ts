import { testRule } from "../../../support/rule-test";

testRule("storage/objects-under-own-key", {
  absent: true,
  fails: {
    "an object says nothing, nor does its bucket": {
      at: "aws_s3_object.own",
      edit: (json) =>
        json.add("aws_s3_object.own", { bucket: "${aws_s3_bucket.access_logs.id}" }, "aws_s3_bucket.access_logs"),
    },
    "of the older kind": {
      at: "aws_s3_bucket_object.own",
      edit: (json) => json.add("aws_s3_bucket_object.own", { bucket: "elsewhere" }, "aws_s3_bucket.access_logs"),
    },
    "it asks for S3's own key, past its bucket's": {
      at: "aws_s3_object.own",
      edit: (json) =>
        json.add(
          "aws_s3_object.own",
          { bucket: "${aws_s3_bucket.state.id}", server_side_encryption: "AES256" },
          "aws_s3_bucket.state",
        ),
    },
  },
  undecided: {
    "a variable says the key": {
      at: "aws_s3_object.own",
      edit: (json) =>
        json.add("aws_s3_object.own", { bucket: "elsewhere", kms_key_id: "${var.key}" }, "aws_s3_bucket.access_logs"),
    },
  },
  passes: {
    "a key of the plan": (json) =>
      json.add(
        "aws_s3_object.own",
        { bucket: "elsewhere", kms_key_id: "${aws_kms_key.key.arn}" },
        "aws_s3_bucket.access_logs",
      ),
    "its bucket's": (json) =>
      json.add("aws_s3_object.own", { bucket: "${aws_s3_bucket.state.id}" }, "aws_s3_bucket.state"),
  },
});
