import { service } from "../../support/edge";
import { platform } from "../../support/platform";
import { resource } from "../../support/stack";

test("a deployment's alarm counts the server errors of the service's own targets, a minute at a time", () => {
  const stack = platform({ services: [service({ name: "web", maxServerErrorsPerMinute: 25 })] });
  expect(resource(stack, "aws_cloudwatch_metric_alarm.web_server_errors")).toMatchObject({
    alarm_name: "production-web-server-errors",
    namespace: "AWS/ApplicationELB",
    metric_name: "HTTPCode_Target_5XX_Count",
    dimensions: {
      LoadBalancer: "${aws_lb.ingress.arn_suffix}",
      TargetGroup: "${aws_lb_target_group.web.arn_suffix}",
    },
    statistic: "Sum",
    period: 60,
    threshold: 25,
    treat_missing_data: "notBreaching",
  });
});
