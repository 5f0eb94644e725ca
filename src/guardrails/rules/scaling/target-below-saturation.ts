import { known } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

const CONFIGURATION = "target_tracking_scaling_policy_configuration";
const METRIC = `${CONFIGURATION}.predefined_metric_specification.predefined_metric_type`;
/** Those that are a share of what the service has, in percent. */
const SHARES = ["ECSServiceAverageCPUUtilization", "ECSServiceAverageMemoryUtilization"];

/** Below 40, more than half of what is paid for is idle, all day. */
const belowSaturation = known("40 to 90", (value) => Number(value) >= 40 && Number(value) <= 90);

export const targetBelowSaturation: Check = (plan) =>
  plan
    .resources("aws_appautoscaling_policy")
    .filter((policy) => SHARES.includes(String(policy.get(METRIC))))
    .map((policy) => judgeAttribute(policy, `${CONFIGURATION}.target_value`, belowSaturation));
