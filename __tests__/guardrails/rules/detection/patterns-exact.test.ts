import { testRule } from "../../../support/rule-test";

const IMPAIRED = "aws_cloudwatch_event_rule.detection_service_impaired";
const LAUNCH = "aws_cloudwatch_event_rule.detection_launch_failed";
const WAITING = "aws_cloudwatch_event_rule.spot_fallback_tasks_waiting";
const BY_HAND = "aws_cloudwatch_event_rule.detection_changed_by_hand";

testRule("detection/patterns-exact", {
  fails: {
    "anybody's event would do": { at: IMPAIRED, edit: (json) => json.unset(IMPAIRED, "event_pattern.source") },
    "any kind of event would do": { at: IMPAIRED, edit: (json) => json.unset(IMPAIRED, "event_pattern.detail-type") },
    "any group's launch would do": { at: LAUNCH, edit: (json) => json.unset(LAUNCH, "event_pattern.detail") },
    "an alarm that is over would do": { at: WAITING, edit: (json) => json.unset(WAITING, "event_pattern.detail") },
    "a part says nothing": {
      at: BY_HAND,
      edit: (json) => json.set(BY_HAND, "event_pattern.detail.requestParameters.$or.3", {}),
    },
  },
  undecided: {
    "the pattern is known only at apply": {
      at: IMPAIRED,
      edit: (json) => json.set(IMPAIRED, "event_pattern", "${var.from_outside}"),
    },
  },
  passes: {
    "a rule that is off": (json) => {
      json.unset(WAITING, "event_pattern.detail");
      json.set(WAITING, "state", "DISABLED");
    },
  },
});
