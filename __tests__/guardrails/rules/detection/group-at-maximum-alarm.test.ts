import { testRule } from "../../../support/rule-test";

testRule("detection/group-at-maximum-alarm", {
  fails: {
    "it rings while the group can grow": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => {
        json.set(
          "aws_cloudwatch_metric_alarm.detection_group_at_its_maximum",
          "comparison_operator",
          "GreaterThanThreshold",
        );
      },
    },
  },
});
