import { failed, passed } from "../../judge";
import type { Check } from "../../rule";
import { isForAnybody, isOnlyIf, judgePolicies, unlessOpenStatement } from "../../vocabulary/statements";

/** What a message goes in by, and the policy's companion. */
const KINDS = [
  { type: "aws_sns_topic", policy: "aws_sns_topic_policy", attribute: "arn" },
  { type: "aws_sqs_queue", policy: "aws_sqs_queue_policy", attribute: "queue_url" },
] as const;

export const plainHttpDenied: Check = (plan) =>
  KINDS.flatMap(({ type, policy, attribute }) =>
    plan.resources(type).map((holder) =>
      judgePolicies(plan, holder, { type: policy, attribute }, (statements) => {
        const denies = statements.some(
          (statement) =>
            statement.effect === "Deny" &&
            isForAnybody(statement) &&
            isOnlyIf(statement, /^Bool(IfExists)?$/, "aws:SecureTransport", "false"),
        );
        if (denies) return passed(holder.address);
        return unlessOpenStatement(plan, failed(holder.address, "its policy doesn't deny plain HTTP"), statements);
      }),
    ),
  );
