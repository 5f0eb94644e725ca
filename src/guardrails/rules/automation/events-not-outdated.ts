import { patternOf } from "../../../cloudwatch/event-rules";
import type { Plan, Resource } from "../../../plan/plan";
import { listOf } from "../../../plan/value";
import { atMost } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

/** EventBridge's own, which is a day. */
const DEFAULT_SECONDS = 86_400;
/** By then, what happened has been dealt with in another way, or by hand. */
const MOST_SECONDS = 3_600;
/** From the warning to the end of the instance. */
const SPOT_NOTICE_SECONDS = 120;

/** Of those that start a state machine, which acts on what the event says. */
export const eventsNotOutdated: Check = (plan) =>
  plan
    .resources("aws_cloudwatch_event_target")
    .filter((target) => plan.referenced(target.get("arn"), "aws_sfn_state_machine").length > 0)
    .map((target) =>
      judgeAttribute(
        target,
        "retry_policy.maximum_event_age_in_seconds",
        atMost(isOfSpotWarning(plan, target) ? SPOT_NOTICE_SECONDS : MOST_SECONDS),
        DEFAULT_SECONDS,
      ),
    );

const isOfSpotWarning = (plan: Plan, target: Resource) =>
  plan
    .referenced(target.get("rule"), "aws_cloudwatch_event_rule")
    .some((rule) => listOf(patternOf(rule)?.["detail-type"]).includes("EC2 Spot Instance Interruption Warning"));
