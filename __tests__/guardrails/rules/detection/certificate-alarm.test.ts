import { testRule } from "../../../support/rule-test";

testRule("detection/certificate-alarm", {
  fails: {
    "it rings on the last day": {
      at: "aws_acm_certificate.certificate",
      edit: (json) => {
        json.set("aws_cloudwatch_metric_alarm.detection_certificate_near_expiry", "threshold", 1);
        json.set(
          "aws_cloudwatch_metric_alarm.detection_certificate_near_expiry",
          "alarm_description",
          "It rings: docs/runbooks.md#it",
        );
      },
    },
  },
});
