import { testRule } from "../../../support/rule-test";

const QUEUE = "aws_sqs_queue.undelivered_events";
const POLICY = "aws_sqs_queue_policy.undelivered_events";

testRule("automation/undelivered-events-admitted", {
  fails: {
    "nobody is let in": { at: QUEUE, edit: (json) => json.unset(POLICY, "policy.Statement.0") },
    "another service is": {
      at: QUEUE,
      edit: (json) => json.set(POLICY, "policy.Statement.0.Principal.Service", "sns.amazonaws.com"),
    },
  },
});
