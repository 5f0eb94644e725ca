import { oneOf } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const missingDataStated: Check = (plan) =>
  plan
    .resources("aws_cloudwatch_metric_alarm")
    .map((alarm) =>
      judgeAttribute(alarm, "treat_missing_data", oneOf("breaching", "notBreaching", "ignore", "missing")),
    );
