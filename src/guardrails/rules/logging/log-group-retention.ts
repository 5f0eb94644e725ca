import { atLeast } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

/** What AWS Security Hub asks for where nothing else is agreed. */
const LEAST_DAYS = 365;
/** In Terraform, as where it isn't set: kept for ever. */
const FOR_EVER = 0;

export const logGroupRetention: Check = (plan) =>
  plan
    .resources("aws_cloudwatch_log_group")
    .map((group) => judgeAttribute(group, "retention_in_days", atLeast(LEAST_DAYS), FOR_EVER));
