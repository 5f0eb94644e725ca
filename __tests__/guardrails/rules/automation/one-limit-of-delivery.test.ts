import { testRule } from "../../../support/rule-test";

const TARGET = "aws_cloudwatch_event_target.spot_fallback_daily_target";

testRule("automation/one-limit-of-delivery", {
  fails: {
    "attempts may end first": {
      at: TARGET,
      edit: (json) => json.set(TARGET, "retry_policy.maximum_retry_attempts", 20),
    },
  },
  passes: {
    "EventBridge decides how often": (json) => json.unset(TARGET, "retry_policy.maximum_retry_attempts"),
  },
});
