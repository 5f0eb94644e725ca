import { testRule } from "../../../support/rule-test";

const MACHINE = "aws_sfn_state_machine.spot_fallback";
const RULE = "aws_cloudwatch_event_rule.spot_fallback_daily";

testRule("automation/fallback-checked-daily", {
  fails: {
    "the rule is disabled": { at: MACHINE, edit: (json) => json.set(RULE, "state", "DISABLED") },
    "the rule has no schedule": { at: MACHINE, edit: (json) => json.unset(RULE, "schedule_expression") },
    "nothing is its target": {
      at: MACHINE,
      edit: (json) => json.remove("aws_cloudwatch_event_target.spot_fallback_daily_target"),
    },
  },
});
