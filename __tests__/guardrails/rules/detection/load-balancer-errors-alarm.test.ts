import { testRule } from "../../../support/rule-test";

testRule("detection/load-balancer-errors-alarm", {
  fails: {
    "its threshold is out of reach": {
      at: "aws_lb.ingress",
      edit: (json) => {
        json.set("aws_cloudwatch_metric_alarm.detection_load_balancer_errors", "threshold", 100000);
      },
    },
  },
});
