import { testRule } from "../../../support/rule-test";

testRule("storage/bucket-public-access-blocked", {
  fails: {
    "the block is gone": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.remove("aws_s3_bucket_public_access_block.state"),
    },
    "block_public_acls isn't set": {
      at: "aws_s3_bucket_public_access_block.state",
      edit: (json) => json.unset("aws_s3_bucket_public_access_block.state", "block_public_acls"),
    },
    "block_public_policy isn't set": {
      at: "aws_s3_bucket_public_access_block.state",
      edit: (json) => json.unset("aws_s3_bucket_public_access_block.state", "block_public_policy"),
    },
    "ignore_public_acls isn't set": {
      at: "aws_s3_bucket_public_access_block.state",
      edit: (json) => json.unset("aws_s3_bucket_public_access_block.state", "ignore_public_acls"),
    },
    "restrict_public_buckets isn't set": {
      at: "aws_s3_bucket_public_access_block.state",
      edit: (json) => json.unset("aws_s3_bucket_public_access_block.state", "restrict_public_buckets"),
    },
    "block_public_policy is false": {
      at: "aws_s3_bucket_public_access_block.state",
      edit: (json) => json.set("aws_s3_bucket_public_access_block.state", "block_public_policy", false),
    },
    "it is another bucket's": {
      at: "aws_s3_bucket.state",
      edit: (json) =>
        json.set("aws_s3_bucket_public_access_block.state", "bucket", "${aws_s3_bucket.state_access_logs.id}"),
    },
  },
});
