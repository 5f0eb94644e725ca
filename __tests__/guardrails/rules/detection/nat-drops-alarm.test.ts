import { testRule } from "../../../support/rule-test";

testRule("detection/nat-drops-alarm", {
  fails: {
    "one packet of a million rings": {
      at: "aws_nat_gateway.network_a",
      edit: (json) => json.set("aws_cloudwatch_metric_alarm.detection_nat_drops_a", "threshold", 0),
    },
    "half of the packets may go": {
      at: "aws_nat_gateway.network_a",
      edit: (json) => {
        json.set("aws_cloudwatch_metric_alarm.detection_nat_drops_a", "threshold", 50);
      },
    },
  },
});
