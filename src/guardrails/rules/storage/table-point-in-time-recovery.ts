import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const tablePointInTimeRecovery: Check = (plan) =>
  plan
    .resources("aws_dynamodb_table")
    .map((table) => judgeAttribute(table, "point_in_time_recovery.enabled", equals(true), false));
