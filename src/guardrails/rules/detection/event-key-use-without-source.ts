import type { Check } from "../../rule";
import { judgeNoStatement, keysOf, USE } from "../../vocabulary/key-policies";
import { conditionsOn, isAbout } from "../../vocabulary/statements";

/** Keys that SNS doesn't support for what EventBridge publishes. */
const SOURCE = /^aws:Source(Account|Arn|OrgID)$/i;

export const eventKeyUseWithoutSource: Check = (plan) => {
  const topics = plan
    .resources("aws_sns_topic")
    .filter((topic) =>
      plan
        .resources("aws_cloudwatch_event_target")
        .some((target) => plan.referenced(target.get("arn")).includes(topic)),
    );
  return keysOf(plan, topics, "kms_master_key_id").map((key) =>
    judgeNoStatement(
      plan,
      key,
      (statement) =>
        statement.principals.some(({ values }) => values.includes("events.amazonaws.com")) &&
        USE.some((action) => isAbout(statement, action)) &&
        conditionsOn(statement, SOURCE).length > 0,
      "asks EventBridge for a source, which isn't there when it publishes to an encrypted topic: the event is lost",
    ),
  );
};
