import { isEnabled, targetsOf } from "../../../cloudwatch/event-rules";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { isLogGroup } from "../../vocabulary/event-detection";

export const eventsKept: Check = (plan) =>
  plan
    .resources("aws_cloudwatch_event_rule")
    .filter(
      (rule) =>
        isEnabled(rule) &&
        targetsOf(plan, rule).some((target) => plan.referenced(target.get("arn"), "aws_sns_topic").length > 0),
    )
    .map((rule) =>
      judge(
        rule.address,
        targetsOf(plan, rule).some((target) => isLogGroup(plan, target)),
        "it tells a topic, which forgets, and no log group",
      ),
    );
