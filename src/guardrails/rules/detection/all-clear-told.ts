import { isSet } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

/** Of alarms that tell somebody: those that only start something, or are under a composite alarm, say nothing. */
export const allClearTold: Check = (plan) =>
  plan
    .resources("aws_cloudwatch_composite_alarm", "aws_cloudwatch_metric_alarm")
    .filter((alarm) => plan.referenced(alarm.get("alarm_actions"), "aws_sns_topic").length > 0)
    .map((alarm) => judgeAttribute(alarm, "ok_actions", isSet));
