import { testRule } from "../../../support/rule-test";

const TARGET = "aws_cloudwatch_event_target.drain_guard_warning_target";

testRule("automation/deliveries-tried-again", {
  fails: {
    "a message is tried once": {
      at: "aws_cloudwatch_event_target.detection_launch_failed_tell",
      edit: (json) =>
        json.set("aws_cloudwatch_event_target.detection_launch_failed_tell", "retry_policy", {
          maximum_retry_attempts: 0,
        }),
    },
    "an event is tried once": {
      at: TARGET,
      edit: (json) => json.set(TARGET, "retry_policy.maximum_retry_attempts", 0),
    },
  },
  passes: {
    "EventBridge decides": (json) => json.unset(TARGET, "retry_policy"),
  },
});
