import { testRule } from "../../../support/rule-test";

const TARGET = "aws_cloudwatch_event_target.spot_fallback_launch_failed_target";

testRule("automation/undelivered-events-kept", {
  fails: { "they are dropped": { at: TARGET, edit: (json) => json.unset(TARGET, "dead_letter_config") } },
});
