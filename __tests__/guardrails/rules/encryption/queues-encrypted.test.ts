import { testRule } from "../../../support/rule-test";

const QUEUE = "aws_sqs_queue.undelivered_events";

testRule("encryption/queues-encrypted", {
  fails: {
    "it is in plain text": { at: QUEUE, edit: (json) => json.set(QUEUE, "sqs_managed_sse_enabled", false) },
  },
});
