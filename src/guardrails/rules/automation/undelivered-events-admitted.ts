import type { Resource } from "../../../plan/plan";
import { failed, passed } from "../../judge";
import type { Check } from "../../rule";
import { isAbout, isForAnybody, judgePolicies, unlessOpenStatement } from "../../vocabulary/statements";

/** Of the queues that targets of EventBridge give their undelivered events to. */
export const undeliveredEventsAdmitted: Check = (plan) => {
  const queues = plan
    .resources("aws_cloudwatch_event_target")
    .flatMap((target) => plan.referenced(target.get("dead_letter_config.arn"), "aws_sqs_queue"));
  return [...new Set<Resource>(queues)].map((queue) =>
    judgePolicies(plan, queue, { type: "aws_sqs_queue_policy", attribute: "queue_url" }, (statements) => {
      const admits = statements.some(
        (statement) =>
          statement.effect === "Allow" &&
          isAbout(statement, "sqs:SendMessage") &&
          (isForAnybody(statement) ||
            statement.principals.some(({ values }) => values.includes("events.amazonaws.com"))),
      );
      if (admits) return passed(queue.address);
      return unlessOpenStatement(plan, failed(queue.address, "its policy doesn't let EventBridge send"), statements);
    }),
  );
};
