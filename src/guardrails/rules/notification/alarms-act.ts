import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

/** Whether an alarm has somebody to tell is for `detection/alarms-heard` to say. */
export const alarmsAct: Check = (plan) =>
  plan
    .resources("aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm")
    .map((alarm) => judgeAttribute(alarm, "actions_enabled", equals(true), true));
