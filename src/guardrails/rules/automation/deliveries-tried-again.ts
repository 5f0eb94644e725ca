import { atLeast } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

/** What EventBridge does unless told otherwise, for a day. */
const DEFAULT_ATTEMPTS = 185;
/** Fewer are over within seconds, and a throttled target with them. */
const FEWEST = 3;

export const deliveriesTriedAgain: Check = (plan) =>
  plan
    .resources("aws_cloudwatch_event_target")
    .map((target) => judgeAttribute(target, "retry_policy.maximum_retry_attempts", atLeast(FEWEST), DEFAULT_ATTEMPTS));
