import { testRule } from "../../../support/rule-test";

testRule("logging/log-group-encrypted", {
  fails: {
    "the key is gone": {
      at: "aws_cloudwatch_log_group.web",
      edit: (json) => json.unset("aws_cloudwatch_log_group.web", "kms_key_id"),
    },
    "it names something that is no key": {
      at: "aws_cloudwatch_log_group.web",
      edit: (json) => json.set("aws_cloudwatch_log_group.web", "kms_key_id", "${aws_vpc.network.arn}"),
    },
    "it names a key of AWS's": {
      at: "aws_cloudwatch_log_group.web",
      edit: (json) => json.set("aws_cloudwatch_log_group.web", "kms_key_id", "alias/aws/logs"),
    },
  },
  undecided: {
    "the key comes from a data source": {
      at: "aws_cloudwatch_log_group.web",
      edit: (json) => json.set("aws_cloudwatch_log_group.web", "kms_key_id", "${data.aws_kms_key.logs.arn}"),
    },
  },
  passes: {
    "the key is another stack's": (json) =>
      json.set(
        "aws_cloudwatch_log_group.web",
        "kms_key_id",
        "arn:aws:kms:us-east-1:000000000000:key/00000000-0000-4000-8000-000000000000",
      ),
  },
});
