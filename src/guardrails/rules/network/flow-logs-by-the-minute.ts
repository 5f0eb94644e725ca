import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

const DEFAULT_SECONDS = 600;

export const flowLogsByTheMinute: Check = (plan) =>
  plan
    .resources("aws_flow_log")
    .map((log) => judgeAttribute(log, "max_aggregation_interval", equals(60), DEFAULT_SECONDS));
