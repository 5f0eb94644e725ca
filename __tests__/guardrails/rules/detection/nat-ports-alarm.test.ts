import { testRule } from "../../../support/rule-test";

testRule("detection/nat-ports-alarm", {
  fails: {
    "it rings while ports are free": {
      at: "aws_nat_gateway.network_a",
      edit: (json) => {
        json.set(
          "aws_cloudwatch_metric_alarm.detection_nat_ports_a",
          "comparison_operator",
          "LessThanOrEqualToThreshold",
        );
      },
    },
  },
});
