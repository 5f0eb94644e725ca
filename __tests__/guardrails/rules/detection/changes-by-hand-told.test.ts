import { testRule } from "../../../support/rule-test";

testRule("detection/changes-by-hand-told", {
  fails: {
    "a key may be scheduled for deletion unseen": {
      at: "aws_kms_key.key",
      edit: (json) =>
        json.unset(
          "aws_cloudwatch_event_rule.detection_changed_by_hand",
          "event_pattern.detail.requestParameters.$or.5",
        ),
    },
    "an alarm may be deleted unseen": {
      at: "aws_cloudwatch_metric_alarm.web_server_errors",
      edit: (json) =>
        json.unset(
          "aws_cloudwatch_event_rule.detection_changed_by_hand",
          "event_pattern.detail.requestParameters.$or.10",
        ),
    },
    "a listener may be deleted unseen": {
      at: "aws_lb_listener.ingress_https",
      edit: (json) =>
        json.unset(
          "aws_cloudwatch_event_rule.detection_changed_by_hand",
          "event_pattern.detail.requestParameters.$or.4",
        ),
    },
    "what the Spot fallback does is told, too": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) =>
        json.unset(
          "aws_cloudwatch_event_rule.detection_changed_by_hand",
          "event_pattern.detail.userIdentity.sessionContext",
        ),
    },
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
