import { testRule } from "../../../support/rule-test";

const MACHINE = "aws_sfn_state_machine.spot_fallback";
const RULE = "aws_cloudwatch_event_rule.spot_fallback_launch_failed";

testRule("automation/fallback-woken", {
  fails: {
    "the rule is disabled": { at: MACHINE, edit: (json) => json.set(RULE, "state", "DISABLED") },
    "the rule waits for another event": {
      at: MACHINE,
      edit: (json) => json.set(RULE, "event_pattern.detail-type", ["EC2 Instance Launch Successful"]),
    },
    "the rule waits for another group": {
      at: MACHINE,
      edit: (json) => json.set(RULE, "event_pattern.detail.AutoScalingGroupName", ["another"]),
    },
    "the target is something else": {
      at: MACHINE,
      edit: (json) =>
        json.set(
          "aws_cloudwatch_event_target.spot_fallback_launch_failed_target",
          "arn",
          "${aws_sns_topic.notifications.arn}",
        ),
    },
  },
  passes: {
    "a rule for any group's failed launches": (json) => json.unset(RULE, "event_pattern.detail"),
  },
});
