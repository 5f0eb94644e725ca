import { testRule } from "../../../support/rule-test";

testRule("notification/topics-under-own-key", {
  fails: {
    "no key": {
      at: "aws_sns_topic.notifications",
      edit: (json) => json.unset("aws_sns_topic.notifications", "kms_master_key_id"),
    },
    "AWS's own": {
      at: "aws_sns_topic.notifications",
      edit: (json) => json.set("aws_sns_topic.notifications", "kms_master_key_id", "alias/aws/sns"),
    },
  },
  undecided: {
    "a variable says the key": {
      at: "aws_sns_topic.notifications",
      edit: (json) => json.set("aws_sns_topic.notifications", "kms_master_key_id", "${var.key}"),
    },
  },
});
