import { testRule } from "../../../support/rule-test";

testRule("logging/log-group-retention", {
  fails: {
    "logs are kept for a month": {
      at: "aws_cloudwatch_log_group.web",
      edit: (json) => json.set("aws_cloudwatch_log_group.web", "retention_in_days", 30),
    },
    "nothing is said, so they are kept for ever": {
      at: "aws_cloudwatch_log_group.web",
      edit: (json) => json.unset("aws_cloudwatch_log_group.web", "retention_in_days"),
    },
    "they are kept for ever": {
      at: "aws_cloudwatch_log_group.web",
      edit: (json) => json.set("aws_cloudwatch_log_group.web", "retention_in_days", 0),
    },
  },
  undecided: {
    "a variable says it": {
      at: "aws_cloudwatch_log_group.web",
      edit: (json) => json.set("aws_cloudwatch_log_group.web", "retention_in_days", "${var.days}"),
    },
  },
  passes: {
    "they are kept for ten years": (json) => json.set("aws_cloudwatch_log_group.web", "retention_in_days", 3653),
  },
});
