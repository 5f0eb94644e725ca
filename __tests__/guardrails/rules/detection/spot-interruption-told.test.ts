import { testRule } from "../../../support/rule-test";

testRule("detection/spot-interruption-told", {
  fails: {
    "its rule is off": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => {
        json.set("aws_cloudwatch_event_rule.detection_spot_interruption", "state", "DISABLED");
      },
    },
    "its rule waits for an event that never comes": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => {
        json.set("aws_cloudwatch_event_rule.detection_spot_interruption", "event_pattern.detail-type.0", "Nothing");
      },
    },
  },
});
