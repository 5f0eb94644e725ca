import { testRule } from "../../../support/rule-test";

const RULE = "aws_cloudwatch_event_rule.detection_lock_check_every";
const TARGET = "aws_cloudwatch_event_target.detection_lock_check_every_target";

testRule("detection/rules-have-targets", {
  fails: {
    "nothing is started": { at: RULE, edit: (json) => json.remove(TARGET) },
    "its target is another rule's": {
      at: RULE,
      edit: (json) => json.set(TARGET, "rule", "${aws_cloudwatch_event_rule.spot_fallback_daily.name}"),
    },
  },
  undecided: {
    "whose target it is is known only at apply": {
      at: RULE,
      edit: (json) => json.set(TARGET, "rule", "${var.rule}"),
    },
  },
  passes: {
    "it is off": (json) => {
      json.remove(TARGET);
      json.set(RULE, "state", "DISABLED");
    },
  },
});
