import { testRule } from "../../../support/rule-test";

const TOPIC = "aws_sns_topic.notifications";
const QUEUE = "aws_sqs_queue.undelivered_events";

testRule("notification/plain-http-denied", {
  fails: {
    "the topic's policy doesn't": {
      at: TOPIC,
      edit: (json) => json.unset("aws_sns_topic_policy.notifications", "policy.Statement.2"),
    },
    "the queue's policy denies TLS": {
      at: QUEUE,
      edit: (json) =>
        json.set(
          "aws_sqs_queue_policy.undelivered_events",
          "policy.Statement.1.Condition.Bool.aws:SecureTransport",
          "true",
        ),
    },
  },
});
