import { atLeast } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

const RETRY = "retry_policy";
/** The most that EventBridge allows, and what it does unless told otherwise. */
const MOST_ATTEMPTS = 185;

/** Of targets that say how old an event may be. */
export const oneLimitOfDelivery: Check = (plan) =>
  plan
    .resources("aws_cloudwatch_event_target")
    .filter((target) => target.get(`${RETRY}.maximum_event_age_in_seconds`) !== undefined)
    .map((target) => judgeAttribute(target, `${RETRY}.maximum_retry_attempts`, atLeast(MOST_ATTEMPTS), MOST_ATTEMPTS));
