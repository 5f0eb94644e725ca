import { testRule } from "../../../support/rule-test";

const DAILY = "aws_cloudwatch_event_target.spot_fallback_daily_target";
const WARNING = "aws_cloudwatch_event_target.drain_guard_warning_target";
const AGE = "retry_policy.maximum_event_age_in_seconds";

testRule("automation/events-not-outdated", {
  fails: {
    "EventBridge tries for a day": { at: DAILY, edit: (json) => json.unset(DAILY, "retry_policy") },
    "a machine is started by what was yesterday": { at: DAILY, edit: (json) => json.set(DAILY, AGE, 86_400) },
    "a warning outlives its instance": { at: WARNING, edit: (json) => json.set(WARNING, AGE, 121) },
  },
  undecided: {
    "the age is known only at apply": { at: DAILY, edit: (json) => json.set(DAILY, AGE, "${var.age}") },
  },
  passes: {
    "fewer minutes": (json) => json.set(DAILY, AGE, 600),
    "what a topic is told may be old": (json) =>
      json.set("aws_cloudwatch_event_target.detection_launch_failed_tell", "retry_policy", {
        maximum_event_age_in_seconds: 86_400,
      }),
  },
});
