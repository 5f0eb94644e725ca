import { testRule } from "../../../support/rule-test";

testRule("detection/missing-data-stated", {
  fails: {
    "it isn't stated": {
      at: "aws_cloudwatch_metric_alarm.detection_cpu_reserved",
      edit: (json) => {
        json.unset("aws_cloudwatch_metric_alarm.detection_cpu_reserved", "treat_missing_data");
      },
    },
  },
});
