import { isSet } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

/** Composite alarms page; the metric alarms under them say nothing by themselves. */
export const allClearTold: Check = (plan) =>
  plan
    .resources("aws_cloudwatch_composite_alarm")
    .filter((alarm) => isSet.holds(alarm.get("alarm_actions")) === true)
    .map((alarm) => judgeAttribute(alarm, "ok_actions", isSet));
