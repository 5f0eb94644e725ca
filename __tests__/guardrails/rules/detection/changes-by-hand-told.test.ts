import { testRule } from "../../../support/rule-test";

testRule("detection/changes-by-hand-told", {
  fails: {
    "its rule is off": {
      at: "aws_lb.ingress",
      edit: (json) => {
        json.set("aws_cloudwatch_event_rule.detection_changed_by_hand", "state", "DISABLED");
      },
    },
    "its rule waits for an event that never comes": {
      at: "aws_lb.ingress",
      edit: (json) => {
        json.set("aws_cloudwatch_event_rule.detection_changed_by_hand", "event_pattern.detail-type.0", "Nothing");
      },
    },
    "whoever isn't in a role goes unseen": {
      at: "aws_lb.ingress",
      edit: (json) => {
        json.unset(
          "aws_cloudwatch_event_rule.detection_changed_by_hand",
          "event_pattern.detail.userIdentity.sessionContext.sessionIssuer.userName.1",
        );
      },
    },
  },
});
